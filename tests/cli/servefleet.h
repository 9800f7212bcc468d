#pragma once

#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"

#include <QJsonObject>
#include <QUrl>

#include <random>

namespace lynceus::test {

/// Real `lynceus serve` processes that share a database, and recordings, each of which is an instance of its own with
/// one task. Keeps every verdict that anybody heard.
class ServeFleet final
{
public:
    /// @p cases need the same settings of the server (all options but --timeout and --no-refresh). @p seed decides
    /// what is killed when.
    ServeFleet(QString database, int replicas, std::vector<RecordingCase> cases, double speed, unsigned seed);
    ~ServeFleet();

    /// Starts all and registers the tasks; a failure of the test if one is refused.
    void start();
    /// kill -9 of one of them, which starts again at once.
    void killOne();
    /// Lets time pass and asks for all tasks again and again, each time another replica.
    void follow(Duration duration);
    /// The same until all tasks have ended, @p most at the longest; false: some have not.
    [[nodiscard]] bool followToEnd(Duration most);
    [[nodiscard]] Duration randomTime(Duration least, Duration most);

    /// Each task has one verdict, and it is the recording's. A verdict "deployed" came not before every pod ran.
    void checkVerdicts() const;

private:
    struct Followed
    {
        RecordingCase recording;
        std::unique_ptr<ReplayServer> argocd;
        QString id;
        QJsonObject verdict = {}; ///< once it has ended
        Duration endedAt{0};      ///< recording time; when we heard of it
    };

    struct Answer
    {
        int status = 0; ///< 0: none came
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
    std::size_t m_next = 0; ///< replica that is asked next
};

/// Those that end one way only, by the settings of the server that they need: its YAML, and what runs with it.
[[nodiscard]] std::vector<std::vector<RecordingCase>> casesBySettings();

} // namespace lynceus::test
