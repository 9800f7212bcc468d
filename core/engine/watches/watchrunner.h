#pragma once

#include "core/domain/podimages/podimages.h"
#include "core/domain/rollout/judge.h"
#include "core/domain/watch/accessstate.h"
#include "core/domain/watch/fetchplan.h"
#include "core/domain/watch/watchsources.h"
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
    QString project;               ///< empty: found out from the application
    bool refresh = true;           ///< ask for refresh=normal at registration and every minute while not noticed
    bool applicationStream = true; ///< may hold a stream of the application open; else it polls
    bool treeStream = true;        ///< may hold a stream of its tree open; else it polls
    std::shared_ptr<InstanceBudget> budget; ///< of all watches of the instance together; null: this one is alone
    Duration startLimit{15'000}; ///< unreachable for this long before the first good answer ends it (Outcome::Aborted)
};

/// Follows one application until the verdict is final: streams, polls, refreshes, events, commit.
///
/// Costs the server at most 60 requests a minute in an ordinary rollout, and two open streams.
/// Before the first good answer, a wrong certificate or something that is no Argo CD ends it at once, and trouble
/// of the network after WatchOptions::startLimit; afterwards only the deadline does.
class WatchRunner final : public QObject
{
    Q_OBJECT
public:
    /// @p expectation's instants are set by start() from the server's clock: pass the timeout instead.
    WatchRunner(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                WatchOptions options, QObject *parent = nullptr);
    ~WatchRunner() override;

    void start();
    /// Goes on with what an earlier runner of the same watch knew (judge()), instead of start().
    /// @param registeredBefore how long ago: what was never answered yet counts its deadline from there.
    void resume(Judge judge, Duration registeredBefore);

    /// By the server's clock.
    void setDeadline(Instant deadline);
    /// May a stream of its tree be held open? Else it polls.
    void setTreeStream(bool allowed);

    /// Whether a feed of the instance hears of each change of the application and says so by lookAgain().
    void setFed(bool fed) { m_fed = fed; }
    /// The feed saw a change of the application: it is read at once.
    void lookAgain();

    /// The computer woke up: looks at the time at once, not when its timer ends.
    void wakeUp() { step(); }

    /// What must be kept for resume().
    [[nodiscard]] const Judge &judge() const { return m_judge; }
    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }
    [[nodiscard]] const Expectation &expectation() const { return m_expectation; }
    [[nodiscard]] const Observation &observation() const { return m_observation; }
    /// Who and what is behind the revision that carries the image, once known.
    [[nodiscard]] const std::optional<RevisionMetadata> &commit() const { return m_explanations.commit(); }
    /// The error that ended it before the first good answer (exit code 5 or 7), if one did.
    [[nodiscard]] const std::optional<Error> &startError() const { return m_startError; }
    /// The last log lines of the failing pod's container, where the account may read them; for `explain` and verdicts.
    [[nodiscard]] const std::vector<LogLine> &lastLogLines() const { return m_explanations.lastLogLines(); }
    /// Why they could not be read, if they were asked for and refused (Forbidden: the project gives no right to logs).
    [[nodiscard]] const std::optional<Error> &logError() const { return m_explanations.logError(); }
    /// The application's project, once known.
    [[nodiscard]] const QString &project() const { return m_project; }

Q_SIGNALS:
    /// Stage, blocker, cause, pods or outcome changed. The last one has a final outcome.
    void verdictChanged(const Verdict &verdict);
    /// The application, its tree or its manifests say something new, or the verdict does: see observation().
    void observed();
    /// Exactly once.
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
    void lookAtDeadline();
    void lookAtTheUnseen();
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
    std::array<std::deque<QObject *>, kFetchCount> m_contexts; ///< of the requests under way, ours; the oldest first
    QTimer m_timer;
    Duration m_startedAt{0};    ///< monotonic
    Duration m_registeredAt{0}; ///< Clock::sinceBoot(), also if that was before this program or computer began
    bool m_resumed = false;
    bool m_begun = false; ///< the instants of the expectation are the server's
    bool m_news = false;  ///< a source said something new since the last observation
    std::optional<Instant> m_lookedAgainAt;
    bool m_lookedAtDeadline = false;
    bool m_fed = false;
    bool m_isHeldBack = false; ///< other watches of the instance come first
    bool m_stepping = false;
    bool m_closing = false; ///< the verdict is final; only explanations are awaited
    bool m_finished = false;
};

} // namespace lynceus
