#pragma once

#include "core/engine/teamserver/teamserverstate.h"
#include "core/io/clock.h"
#include "core/io/http/streamconnection.h"
#include "core/io/teamserver/taskreader.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows the tasks of one team server: those in progress, and those of the last day. The list is authoritative; the
/// stream of `lynceus serve` tells what happens between two lists. After each end of the stream the list is read again.
/// Argo Watcher, and a server without a stream, is polled.
class TeamServerFeed final : public QObject
{
    Q_OBJECT
public:
    /// How often and how long; tests have shorter ones.
    struct Pace
    {
        Duration shown{5'000};      ///< between two lists while somebody looks, without a stream
        Duration hidden{30'000};    ///< while nobody does
        Duration live{300'000};     ///< between two lists beside the stream
        Duration firstRetry{1'000}; ///< after a failure; doubled each time
        Duration lastRetry{60'000}; ///< at most
        Duration proven{60'000};    ///< a stream that ends earlier counts as a failure, also if lists can be read
        Duration silence{45'000};   ///< of the stream: three of its comments are missing
        Duration deadline{15'000};  ///< of a list
    };
    static constexpr Duration kShownAge = std::chrono::hours(24); ///< ended tasks are shown for so long
    static constexpr qsizetype kMostEvent = 1024 * 1024;          ///< bytes; a task with its verdict has some KiB
    static constexpr qsizetype kMostTasks = 2'000; ///< told by the stream alone: more wait for the next list
    /// Characters of the notes and the evidence that are kept of a task which the stream tells: about 200 pods with
    /// their images, as many as `lynceus serve` tells. Of more, the first ones are kept: broken pods come first, and
    /// the verdict says that it is cut.
    static constexpr qsizetype kMostDetails = 32'000;
    /// The same of all tasks together, so that no server fills the memory: further tasks keep their verdict without it.
    static constexpr qsizetype kMostDetailsOfAll = 8'000'000;
    static constexpr qsizetype kMostLookedAt = 8; ///< tasks of which everything is kept
    static constexpr int kMostRunning = 20'000;   ///< read of those in progress; a server allows no more

    TeamServerFeed(TeamServerInstance server, const Clock &clock, Pace pace, QObject *parent = nullptr);
    ~TeamServerFeed() override;

    /// Begins, or begins again with another credential.
    void follow(const InstanceAccess &access);
    /// It cannot be asked: its credential cannot be read.
    void setObstacle(const Error &obstacle);
    /// People call it differently now.
    void rename(const QString &name);
    /// Whether somebody looks.
    void setShown(bool isShown);
    /// Everything again, at once.
    void startAgain();
    /// Somebody looks at it: from now on its evidence is kept as it comes. Asks `lynceus serve` for the verdict of one
    /// that ended before anybody listened, or of which evidence was cut; tasksChanged() tells it. Without an answer the
    /// task stays as it is.
    void readVerdict(const QString &task);

    [[nodiscard]] const TeamServerState &state() const { return m_state; }
    /// From the last list, or the last failure, to the next list.
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
    qsizetype m_details = 0;             ///< characters: see kMostDetails
    QSet<QString> m_toldSince;           ///< ids that the stream told since the list was asked for: it knows better
    std::unique_ptr<QObject> m_requests; ///< context of the list that is under way
    std::unique_ptr<StreamConnection> m_stream;
    QSet<QString> m_askedVerdicts; ///< ids, under way
    QStringList m_lookedAt;        ///< ids, the newest last
    QTimer m_again;                ///< until the next list
    int m_failures = 0;
    int m_brokenStreams = 0;     ///< in a row that ended before Pace::proven
    Duration m_streamedSince{0}; ///< steady
    bool m_isListOld = false;    ///< the server said, since it was asked for, that it must be read again
    bool m_isShown = false;
    bool m_hasList = false;  ///< of this run
    bool m_hasStream = true; ///< as far as is known: it did not refuse to open one
};

} // namespace lynceus
