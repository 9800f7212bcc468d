#pragma once

#include "core/engine/clients/workers.h"
#include "core/engine/watches/watchregistry.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/recordingcase.h"
#include "tests/support/worldclock.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <random>

namespace lynceus::test {

/// The time of a computer that sleeps, and whose clock somebody sets.
class ComputerClock final : public Clock
{
public:
    explicit ComputerClock(const WorldClock &world)
        : m_world(world)
    { }
    [[nodiscard]] Instant now() const override { return m_world.now() + m_set; }
    [[nodiscard]] Duration steady() const override { return m_world.steady() - m_slept; }
    [[nodiscard]] Duration sinceBoot() const override { return m_world.steady(); }
    void sleep(Duration how) { m_slept += how; }
    void set(Duration by) { m_set += by; }

private:
    const WorldClock &m_world;
    Duration m_set{0};
    Duration m_slept{0};
};

struct Disturbance
{
    enum class What { Crash, Sleep, ClockJump };
    What what = What::Crash;
    Duration at{0};
    Duration how{0}; ///< off, asleep, or set by
};

/// Recordings by file; each is parsed once, which takes longer than to play it.
using Recordings = std::map<QString, Recording>;

/// Fifty watches within an hour of virtual time, each on a server of its own that plays a recording, over real sockets.
class FaultScript final
{
public:
    static constexpr int kWatches = 50;
    static constexpr Duration kHour{3'600'000};

    /// @param faults of servers and of the computer together; 0: nothing happens, and all watches begin at once.
    FaultScript(Recordings &recordings, unsigned seed, int faults);
    FaultScript(const FaultScript &) = delete;
    FaultScript &operator=(const FaultScript &) = delete;
    ~FaultScript();

    struct Ending
    {
        QString name; ///< of the case
        Outcome outcome = Outcome::Waiting;
        QString cause;
        bool disturbed = false;       ///< something happened while it ran
        bool blindAtDeadline = false; ///< nobody could look when it came
        Duration tooEarly{0};         ///< it was said to run so long before all pods did
        QString story;                ///< faults and timeline, for a person
    };
    /// In the order of the watches.
    [[nodiscard]] std::vector<Ending> play();
    [[nodiscard]] int requests() const { return m_requests; }

private:
    struct Watch
    {
        RecordingCase recordingCase;
        QString instance;
        Duration at{0};
        std::vector<Fault> faults;
        std::unique_ptr<ReplayServer> server;
        QString id;
        Duration end{0};                 ///< when its recording has ended
        std::optional<Duration> endedAt; ///< by the world, since its registration
    };

    void open();
    void crash(Duration off);
    void disturb(const Disturbance &disturbance);
    void registerDue();
    void pass(Duration time);
    [[nodiscard]] Duration step() const;
    [[nodiscard]] Ending endingOf(const Watch &watch) const;
    void letAllHappen();
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool isAllAnswered() const;
    [[nodiscard]] QString storyOf(const Watch &watch, const StoredWatch &stored) const;
    [[nodiscard]] bool isDisturbed(Duration from, Duration until) const;
    [[nodiscard]] Fault networkFault(const RecordingCase &recordingCase);
    [[nodiscard]] Disturbance disturbance(int number);

    Recordings &m_recordings;
    std::mt19937 m_random;
    WorldClock m_world;
    ComputerClock m_computer{m_world};
    Workers m_workers;
    QTemporaryDir m_folder;
    int m_storeNumber = 0;
    std::vector<Watch> m_watches;
    std::vector<Disturbance> m_disturbances; ///< by time
    std::unique_ptr<WatchStore> m_store;
    std::unique_ptr<InstanceClients> m_clients;
    std::unique_ptr<WatchRegistry> m_book;
    int m_requests = 0;
};

} // namespace lynceus::test
