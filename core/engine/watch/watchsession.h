#pragma once

#include "core/domain/podimages/podimages.h"
#include "core/domain/watch/accessstate.h"
#include "core/domain/watch/fetchplan.h"
#include "core/domain/watch/watchsources.h"
#include "core/engine/watch/applicationfeed.h"
#include "core/engine/watch/explanations.h"
#include "core/engine/watch/treefeed.h"
#include "core/engine/watch/watchclock.h"
#include "core/engine/watchrunner.h"

#include <QTimer>

#include <array>
#include <deque>

namespace lynceus {

/// The work of a WatchRunner: sends what the plan says, gives the answers to the sources, observes, and asks the judge.
/// It is the context of its requests: when it goes, they are aborted.
class WatchSession final : public QObject
{
    Q_OBJECT
public:
    WatchSession(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                 WatchOptions options);
    ~WatchSession() override;

    void start();
    void resume(Judge judge, Duration registeredBefore);
    void setDeadline(Instant deadline);
    void setTreeStream(bool allowed);
    void setFed(bool fed) { m_fed = fed; }
    void lookAgain();
    void wakeUp() { step(); }

    [[nodiscard]] const Judge &judge() const { return m_judge; }
    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }
    [[nodiscard]] const Expectation &expectation() const { return m_expectation; }
    [[nodiscard]] const Observation &observation() const { return m_observation; }
    [[nodiscard]] const Explanations &explanations() const { return m_explanations; }
    [[nodiscard]] const std::optional<Error> &startError() const { return m_startError; }
    [[nodiscard]] const QString &project() const { return m_project; }

Q_SIGNALS:
    void verdictChanged(const lynceus::Verdict &verdict);
    void observed();
    void finished(const lynceus::Verdict &verdict);

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
    void openApplicationStream(Duration now);
    void openTreeStream(Duration now);
    void dropStreams(Duration now);

    void takeApplication(const std::shared_ptr<const Application> &application, Duration askedAt, Instant at);
    void takeTree(const std::shared_ptr<const ResourceTree> &tree, Duration askedAt, Instant at);
    void takeFailure(Fetch fetch, const Error &error, Duration sentAt);
    void takeApplicationFailure(const Error &error);
    void streamEnded(Fetch stream, const Error &error);
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

    std::unique_ptr<ApplicationFeed> m_applicationFeed;
    std::unique_ptr<TreeFeed> m_treeFeed;
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
