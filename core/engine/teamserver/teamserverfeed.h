#pragma once

#include "core/engine/teamserver/teamserverstate.h"
#include "core/io/clock.h"
#include "core/io/http/requests/streamconnection.h"
#include "core/io/teamserver/taskreader.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows the tasks of one team server: those in progress and those of the last day. The list is authoritative; the
/// stream of `lynceus serve` reports changes between two lists. The list is read again when the stream has opened, so
/// that no change in between is missed, and after each end of the stream. Argo Watcher and servers without a stream are
/// polled.
class TeamServerFeed final : public QObject
{
    Q_OBJECT
public:
    /// Intervals and timeouts; shorter in tests.
    struct Pace
    {
        Duration shown{5'000};      ///< between two lists without a stream, while tasks are shown
        Duration hidden{30'000};    ///< while they are not shown
        Duration live{300'000};     ///< between two lists with a stream
        Duration firstRetry{1'000}; ///< after a failure; doubles each time
        Duration lastRetry{60'000}; ///< maximum
        Duration proven{60'000};    ///< a stream that ends earlier counts as a failure, even if lists can be read
        Duration silence{45'000};   ///< maximum without data on the stream: three missing comments
        Duration deadline{15'000};  ///< for a list
    };
    static constexpr Duration kShownAge = std::chrono::hours(24); ///< how long ended tasks are shown
    static constexpr qsizetype kMostEvent = 1024 * 1024;          ///< bytes; a task with its verdict has some KiB
    static constexpr qsizetype kMostTasks = 2'000; ///< added by the stream; further ones wait for the next list
    /// Maximum length, in characters, of notes and evidence of a task from the stream: about 200 pods with their
    /// images, as many as `lynceus serve` sends. The rest is cut; broken pods come first, and the verdict says that it
    /// is cut.
    static constexpr qsizetype kMostDetails = 32'000;
    /// The same for all tasks together, to limit the memory that a server can use: further tasks keep their verdict
    /// without it.
    static constexpr qsizetype kMostDetailsOfAll = 8'000'000;
    static constexpr qsizetype kMostViewed = 8; ///< number of tasks whose details are kept in full
    static constexpr int kMostRunning = 20'000; ///< of the tasks in progress that are read; servers do not allow more

    TeamServerFeed(TeamServerInstance server, const Clock &clock, Pace pace, QObject *parent = nullptr);
    ~TeamServerFeed() override;

    /// Starts, or restarts with another credential.
    void follow(const InstanceAccess &access);
    /// Reports that the server cannot be asked: its credential cannot be read.
    void setObstacle(const Error &obstacle);
    /// Sets the display name.
    void rename(const QString &name);
    /// Whether its tasks are shown.
    void setShown(bool isShown);
    /// Reads everything again at once.
    void startAgain();
    /// Call when the task is shown: its evidence is kept in full from now on. Requests the verdict from `lynceus serve`
    /// if the task ended before the stream was open, or if its evidence was cut; tasksChanged() reports it. Without an
    /// answer, the task is not changed.
    void readVerdict(const QString &task);

    [[nodiscard]] const TeamServerState &state() const { return m_state; }
    /// From the last list or failure to the next list.
    [[nodiscard]] Duration interval() const { return m_again.intervalAsDuration(); }
    /// By id.
    [[nodiscard]] const QMap<QString, ServerTask> &tasks() const { return m_tasks; }

Q_SIGNALS:
    void stateChanged(const lynceus::TeamServerState &state);
    void tasksChanged(const lynceus::ServerTaskChanges &changes);

private:
    void sendList();
    void ask(const ServerTaskFilter &filter, int most, std::function<void(const Result<ReadTasks> &)> take);
    void takeList(std::vector<ServerTask> listed);
    void openStream();
    void takeEvent(const QByteArray &payload);
    void streamEnded(const Error &error);
    void fail(const Error &error);
    void listAgainIn(Duration delay);
    [[nodiscard]] Duration pollInterval() const { return m_isShown ? m_pace.shown : m_pace.hidden; }
    void setConnection(Connection connection, const QString &message);

    const Clock &m_clock;
    const Pace m_pace;
    TeamServerState m_state;
    InstanceAccess m_access;
    QMap<QString, ServerTask> m_tasks;
    qsizetype m_details = 0;       ///< characters; see kMostDetails
    QSet<QString> m_reportedSince; ///< ids that the stream reported since the list was requested; newer than the list
    std::unique_ptr<QObject> m_requests; ///< context of the list request in progress
    std::unique_ptr<StreamConnection> m_stream;
    QSet<QString> m_askedVerdicts; ///< ids of requests in progress
    QStringList m_viewed;          ///< ids, newest last
    QTimer m_again;                ///< until the next list
    int m_failures = 0;
    int m_brokenStreams = 0;     ///< in a row; ended before Pace::proven
    Duration m_streamedSince{0}; ///< steady clock
    bool m_isListOld = false;    ///< the server asked, since the request, to read the list again
    bool m_isShown = false;
    bool m_hasList = false;  ///< in this run
    bool m_hasStream = true; ///< false once a response showed that the server does not offer one
};

} // namespace lynceus
