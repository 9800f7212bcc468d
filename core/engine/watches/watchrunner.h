#pragma once

#include "core/domain/fetch/accessstate.h"
#include "core/domain/fetch/fetchplan.h"
#include "core/domain/fetch/watchsources.h"
#include "core/domain/podimages/podimages.h"
#include "core/domain/rollout/judging/judge.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/clients/instancebudget.h"
#include "core/engine/watches/explanations.h"
#include "core/engine/watches/watchclock.h"
#include "core/engine/watches/watchstreams.h"

#include <QTimer>

#include <array>
#include <deque>

namespace lynceus {

struct WatchOptions
{
    QString project;     ///< empty: taken from the application
    bool refresh = true; ///< send refresh=normal at registration and every minute until Argo CD notices the change
    bool applicationStream = true;          ///< may stream the application; otherwise it polls
    bool treeStream = true;                 ///< may stream the resource tree; otherwise it polls
    std::shared_ptr<InstanceBudget> budget; ///< shared by all watches of the instance; null: this is the only one
    /// Ends as Outcome::Aborted if unreachable for this long before the first successful answer.
    Duration startLimit{15'000};
};

/// Follows one application until the verdict is final: streams, polls, refreshes, events, commit.
///
/// In an ordinary rollout it sends at most 60 requests a minute and uses two streams. Before the first successful
/// answer, a certificate error or a server that is not Argo CD ends it at once, and network errors end it after
/// WatchOptions::startLimit. After that, only the deadline ends it.
class WatchRunner final : public QObject
{
    Q_OBJECT
public:
    /// start() sets the instants of @p expectation by the server's clock, so pass @p timeout instead.
    WatchRunner(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                WatchOptions options, QObject *parent = nullptr);
    ~WatchRunner() override;

    void start();
    /// Continues from the state (judge()) of an earlier runner of the same watch; call it instead of start(). @param
    /// registeredBefore time since registration; a watch without any answer yet counts its deadline from there.
    void resume(Judge judge, Duration registeredBefore);

    /// Server's clock.
    void setDeadline(Instant deadline);
    /// Whether it may stream the resource tree; otherwise it polls.
    void setTreeStream(bool allowed);

    /// Whether a feed of the instance reports changes of the application by calling checkAgain().
    void setFed(bool fed) { m_fed = fed; }
    /// Call when the feed reports a change of the application, which is then read at once.
    void checkAgain();

    /// Call when the computer wakes up; checks the time at once instead of waiting for the timer.
    void wakeUp() { step(); }

    /// The state that resume() needs.
    [[nodiscard]] const Judge &judge() const { return m_judge; }
    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }
    [[nodiscard]] const Expectation &expectation() const { return m_expectation; }
    [[nodiscard]] const Observation &observation() const { return m_observation; }
    /// Server's time; empty before the first answer, and after a sleep until the next one.
    [[nodiscard]] std::optional<Instant> serverNow() const { return m_time.known(); }
    /// The commit of the revision with the expected version, once known.
    [[nodiscard]] const std::optional<RevisionMetadata> &commit() const { return m_explanations.commit(); }
    /// The error that ended it before the first successful answer (exit code 5 or 7).
    [[nodiscard]] const std::optional<Error> &startError() const { return m_startError; }
    /// Last log lines of the failing pod's container, if the account may read them; for `explain` and verdicts.
    [[nodiscard]] const std::vector<LogLine> &lastLogLines() const { return m_explanations.lastLogLines(); }
    /// Why the log lines could not be read. Forbidden: the account has no permission for logs in the project.
    [[nodiscard]] const std::optional<Error> &logError() const { return m_explanations.logError(); }
    /// Project of the application, once known.
    [[nodiscard]] const QString &project() const { return m_project; }

Q_SIGNALS:
    /// Stage, blocker, cause, pods or outcome changed. The last signal has a final outcome.
    void verdictChanged(const Verdict &verdict);
    /// The application, its tree, its manifests or the verdict has changed; see observation().
    void observed();
    /// Emitted exactly once.
    void finished(const Verdict &verdict);

private:
    void step();
    void sendDue();
    void learnTime();
    void send(Fetch fetch, Duration now);
    void noteSent(Fetch fetch, Duration now);
    template<typename T, typename Take>
    void await(Fetch fetch, Duration sentAt, QObject *context, FutureAnswer<T> answer, Take take);
    [[nodiscard]] QObject *contextFor(Fetch fetch);
    void sendApplication(Fetch fetch, Duration now);
    void sendTree(Duration now);
    void sendManaged(Duration now);
    void sendSyncWindows(Duration now);
    void sendApplicationSet(Duration now);
    void sendPodManifest(Duration now);
    void sendPresence(Duration now);
    void sendEvents(Fetch fetch, Duration now);
    void sendCommit(Duration now);
    void sendLogs(Duration now);
    void listenToStreams();
    void closeStream(Fetch stream, Duration now);
    void dropStreams(Duration now);

    void takeApplication(const std::shared_ptr<const Application> &application, Duration askedAt, Instant at);
    void takeTree(const std::shared_ptr<const ResourceTree> &tree, Duration askedAt, Instant at);
    void takeFailure(Fetch fetch, const Error &error, Duration sentAt);
    void takeApplicationFailure(const Error &error);
    void begin(const QString &nameSpace);
    void beginTime();
    void findCreated(const QString &nameSpace);

    void observe();
    [[nodiscard]] bool awaitsPodImages() const;
    void sayWhatIsInTheWay();
    void checkDeadline();
    void checkUnseen();
    void publish(const Verdict &verdict);
    void checkStart();
    void abort(const Error &error);
    void close();
    void finish();
    void schedule();
    [[nodiscard]] FetchConditions conditions() const;

    ArgoCdClient &m_client;
    const Clock &m_clock;
    Expectation m_expectation;
    Duration m_timeout;
    WatchOptions m_options;
    QString m_project;

    WatchClock m_time;
    FetchPlan m_plan;
    AccessState m_access;
    WatchSources m_sources;
    PodImages m_podImages;
    Explanations m_explanations;
    Judge m_judge;
    Verdict m_verdict;
    Observation m_observation;
    std::optional<Error> m_startError;

    WatchStreams m_streams;
    /// Contexts of requests in progress, which we own; oldest first.
    std::array<std::deque<QObject *>, kFetchCount> m_contexts;
    QTimer m_timer;
    Duration m_startedAt{0};    ///< monotonic
    Duration m_registeredAt{0}; ///< Clock::sinceBoot(); negative if before this computer started
    bool m_resumed = false;
    bool m_begun = false; ///< the instants of the expectation are by the server's clock
    bool m_news = false;  ///< a source has changed since the last observation
    std::optional<Instant> m_checkedAgainAt;
    bool m_checkedDeadline = false;
    bool m_fed = false;
    bool m_isHeldBack = false; ///< other watches of the instance have priority
    bool m_stepping = false;
    bool m_closing = false; ///< the verdict is final; waiting for explanations only
    bool m_finished = false;
};

} // namespace lynceus
