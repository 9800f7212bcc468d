#pragma once

#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"

#include <QJsonObject>
#include <QUrl>

#include <random>

namespace lynceus::test {

/// Real `lynceus serve` processes with a shared database, and one instance with one task per recording. Keeps every
/// verdict that was read.
class ServeFleet final
{
public:
    /// @p cases must need the same settings of the server (all options but --timeout and --no-refresh). @p seed decides
    /// which process is killed when.
    ServeFleet(QString database, int replicas, std::vector<RecordingCase> cases, double speed, unsigned seed);
    ~ServeFleet();

    /// Starts all and registers the tasks; fails the test if one is rejected.
    void start();
    /// Kills one process with SIGKILL; it is restarted at once.
    void killOne();
    /// Polls all tasks repeatedly, each time at another replica.
    void follow(Duration duration);
    /// The same until all tasks have ended, at most @p most; false if some have not.
    [[nodiscard]] bool followToEnd(Duration most);
    [[nodiscard]] Duration randomTime(Duration least, Duration most);

    /// Checks that each task has one verdict, that of the recording, and that "deployed" was not reported before every
    /// pod ran.
    void checkVerdicts() const;

private:
    struct Followed
    {
        RecordingCase recording;
        std::unique_ptr<ReplayServer> argocd;
        QString id;
        QJsonObject verdict = {}; ///< set after the end
        Duration endedAt{0};      ///< recording time at which the end was read
    };

    struct Answer
    {
        int status = 0; ///< 0: no response
        QJsonObject body;
    };

    [[nodiscard]] QString writeConfig() const;
    void startReplica(std::size_t index);
    [[nodiscard]] Answer call(std::size_t replica, const QByteArray &method, const QByteArray &target,
                              const QByteArray &body = {});
    void add(Followed &task);
    void ask(Followed &task);
    [[nodiscard]] bool haveAllEnded() const;

    struct Replica
    {
        std::unique_ptr<Program> program;
        QUrl url;
    };

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QString m_database;
    std::vector<Followed> m_tasks;
    std::vector<Replica> m_replicas;
    std::mt19937 m_random;
    std::size_t m_next = 0; ///< the replica for the next request
};

/// Cases with only one accepted outcome, grouped by the required YAML settings of the server.
[[nodiscard]] std::vector<std::vector<RecordingCase>> casesBySettings();

} // namespace lynceus::test
