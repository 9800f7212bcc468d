#pragma once

#include "core/engine/clients/workers.h"
#include "core/engine/watches/watchregistry.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/recordingcase.h"
#include "tests/support/simulatedclock.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <random>

namespace lynceus::test {

/// The clock of a computer that can sleep and whose time can be set.
class ComputerClock final : public Clock
{
public:
    explicit ComputerClock(const SimulatedClock &simulatedClock)
        : m_simulatedClock(simulatedClock)
    { }
    [[nodiscard]] Instant now() const override { return m_simulatedClock.now() + m_set; }
    [[nodiscard]] Duration steady() const override { return m_simulatedClock.steady() - m_slept; }
    [[nodiscard]] Duration sinceBoot() const override { return m_simulatedClock.steady(); }
    void sleep(Duration how) { m_slept += how; }
    void set(Duration by) { m_set += by; }

private:
    const SimulatedClock &m_simulatedClock;
    Duration m_set{0};
    Duration m_slept{0};
};

struct Disturbance
{
    enum class What { Crash, Sleep, ClockJump };
    What what = What::Crash;
    Duration at{0};
    Duration how{0}; ///< duration of a crash or sleep, or change of the clock
};

/// Recordings by file. Each is parsed only once, because parsing takes longer than playing.
using Recordings = std::map<QString, Recording>;

/// Fifty watches within an hour of virtual time. Each has its own server that plays a recording over real sockets.
class FaultScript final
{
public:
    static constexpr int kWatches = 50;
    static constexpr Duration kHour{3'600'000};

    /// @param faults of servers and the computer together; 0: none, and all watches start at once.
    FaultScript(Recordings &recordings, unsigned seed, int faults);
    FaultScript(const FaultScript &) = delete;
    FaultScript &operator=(const FaultScript &) = delete;
    ~FaultScript();

    struct Ending
    {
        QString name; ///< of the recording case
        Outcome outcome = Outcome::Waiting;
        QString cause;
        bool disturbed = false;       ///< something happened while the watch ran
        bool blindAtDeadline = false; ///< the sources could not be read at the deadline
        Duration tooEarly{0};         ///< how long before the pods ran it was reported as deployed
        QString details;              ///< faults and timeline, for the log
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
        Duration end{0};                 ///< end of its recording
        std::optional<Duration> endedAt; ///< in virtual time since registration
    };

    void open();
    void crash(Duration off);
    void disturb(const Disturbance &disturbance);
    void registerDue();
    void pass(Duration time);
    [[nodiscard]] Duration step() const;
    [[nodiscard]] Ending endingOf(const Watch &watch) const;
    void processAll();
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool isAllAnswered() const;
    [[nodiscard]] QString timelineOf(const Watch &watch, const StoredWatch &stored) const;
    [[nodiscard]] bool isDisturbed(Duration from, Duration until) const;
    [[nodiscard]] Fault networkFault(const RecordingCase &recordingCase);
    [[nodiscard]] Disturbance disturbance(int number);

    Recordings &m_recordings;
    std::mt19937 m_random;
    SimulatedClock m_simulatedClock;
    ComputerClock m_computer{m_simulatedClock};
    Workers m_workers;
    QTemporaryDir m_folder;
    int m_storeNumber = 0;
    std::vector<Watch> m_watches;
    std::vector<Disturbance> m_disturbances; ///< sorted by time
    std::unique_ptr<WatchStore> m_store;
    std::unique_ptr<InstanceClients> m_clients;
    std::unique_ptr<WatchRegistry> m_registry;
    int m_requests = 0;
};

} // namespace lynceus::test
