#pragma once

#include "core/engine/watches/watchrunner.h"
#include "core/replay/server/replayserver.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// A watch over real sockets: a replay server with a recording, a client and a runner.
struct WireCase
{
    QString recording;  ///< "deploy-ok"
    QStringList images; ///< empty: those of the recording, unless another version is expected
    ExpectedVersion version;
    double speed = 1.0;
    QStringList faults;        ///< for parseFault(); times are recording time
    Duration timeout{900'000}; ///< recording time
    Duration failAfter{60'000};
    Duration imageGrace{60'000};
    Duration bake{0};
    bool acceptSuspended = false;
    bool waitForApp = false;
    bool isStored = false;             ///< a watch of the board, which can be resumed after a restart
    std::optional<Duration> createdAt; ///< the application does not exist before this recording time
    bool refresh = true;
    QString name; ///< another name than the application of the recording
    QString project;
    Duration startLimit{15'000};
    QByteArray serverToken; ///< required by the server; empty: any
    QByteArray token = "e30.e30.e30";
    std::vector<RecordingLine> extraLines; ///< added to the recording
    QByteArray podImage;                   ///< replaces podImageBefore in pods, as a webhook does
    QByteArray podImageBefore;
};

class WireWatch final : public QObject
{
    Q_OBJECT
public:
    struct ReportedVerdict
    {
        Duration at; ///< recording time
        Verdict verdict;
    };

    explicit WireWatch(const WireCase &wire, QObject *parent = nullptr);

    void start() { m_runner->start(); }
    /// Runs the event loop until the runner has finished, at most @p limit of real time.
    bool wait(Duration limit);

    [[nodiscard]] bool isOver() const { return m_finishedCount > 0; }
    [[nodiscard]] int finishedCount() const { return m_finishedCount; }
    [[nodiscard]] Duration overAt() const { return m_overAt; }
    [[nodiscard]] const std::vector<ReportedVerdict> &reportedVerdicts() const { return m_reported; }
    [[nodiscard]] WatchRunner &runner() { return *m_runner; }
    [[nodiscard]] ReplayServer &server() { return m_server; }
    /// The maximum number of requests in any 60 s of real time, including streams.
    [[nodiscard]] int mostRequestsInAMinute() const;
    [[nodiscard]] int mostOpenStreams() const { return m_mostStreams; }
    [[nodiscard]] int requests() const { return static_cast<int>(m_requests.size()); }
    void destroyRunner() { m_runner.reset(); }
    /// Simulates a restart of the program: another runner resumes with the judge's state.
    void restart();

    /// Recording time at which a cause of @p kind was first reported.
    [[nodiscard]] std::optional<Duration> causeAt(Cause::Kind kind) const;
    /// Recording time at which any cause was first reported; 0: never.
    [[nodiscard]] Duration warnedAt() const;
    [[nodiscard]] bool hadBlocker(Blocker::Kind kind) const;

Q_SIGNALS:
    void over();

private:
    void makeRunner();

    SystemClock m_clock;
    WireCase m_wire;
    Expectation m_expectation;
    Duration m_madeAt;
    ReplayServer m_server;
    std::unique_ptr<ArgoCdClient> m_client;
    std::unique_ptr<WatchRunner> m_runner;
    std::vector<ReportedVerdict> m_reported;
    std::vector<Duration> m_requests;
    int m_mostStreams = 0;
    int m_finishedCount = 0;
    Duration m_overAt{0};
};

/// The recording from the repository; fails the test if it cannot be read.
[[nodiscard]] Recording recordingNamed(const QString &name);

} // namespace lynceus
