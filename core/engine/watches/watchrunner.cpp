#include "core/engine/watches/watchrunner.h"

#include "core/domain/rollout/judging/awaiting.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/domain/rollout/verdict/memory.h"
#include "core/engine/watches/presence.h"
#include "core/engine/watches/verdictchange.h"
#include "core/io/log/categories.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kBeat{1'000}; // the judge needs an observation at least this often
constexpr Duration kShortest{5}; // between two observations

bool isProgressing(const WorkloadEvidence &workload)
{
    switch (workload.health.status) {
    case HealthStatus::Progressing:
    case HealthStatus::Missing:
    case HealthStatus::None:
    case HealthStatus::Unknown:
        return true;
    case HealthStatus::Healthy:
    case HealthStatus::Suspended:
    case HealthStatus::Degraded:
        return false;
    }
    return true;
}

/// Progress is expected but missing for some time. Not before Argo CD knows the image.
bool isStill(const Judge &judge, Instant now)
{
    const auto stage = judge.verdict().stage;
    const auto since = judge.memory().stillSince;
    return stage >= Stage::Noticed && stage < Stage::Running && since != Instant{} && now - since >= kStillIsOdd;
}

bool operationRuns(const Application &application)
{
    return application.pendingOperation
        || (application.operationState && application.operationState->phase == OperationPhase::Running);
}

/// Waiting does not help: not this instance, or not Argo CD.
bool endsAtOnce(Error::Kind kind)
{
    return kind == Error::Kind::Certificate || kind == Error::Kind::NotArgoCd || kind == Error::Kind::BadInput
        || kind == Error::Kind::NotAllowed;
}

/// An answer without a usable time would start the watch, and its deadline, by our own clock.
Error clockWasSet()
{
    return {Error::Kind::TimedOut, {}, u"this computer's clock was changed while the server responded"_s, true, 0};
}

bool saysAbsent(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden;
}

constexpr Duration kLastWords{700}; // how long a final verdict waits for its commit and log lines

} // namespace

WatchRunner::WatchRunner(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                         WatchOptions options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_expectation(std::move(expectation))
    , m_timeout(timeout)
    , m_options(std::move(options))
    , m_project(m_options.project)
    , m_time(clock)
    , m_podImages(m_expectation.images, m_expectation.registryProxies)
    , m_judge(m_expectation)
    , m_streams(client, clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WatchRunner::step);
    listenToStreams();
}

WatchRunner::~WatchRunner()
{
    if (m_options.budget)
        m_options.budget->leave(this);
}

void WatchRunner::start()
{
    m_startedAt = m_time.steady();
    m_registeredAt = m_clock.sinceBoot();
    // By our own clock until the first answer; begin() corrects it.
    m_expectation.registeredAt = m_time.now();
    m_expectation.deadline = m_expectation.registeredAt + m_timeout;
    m_judge = Judge(m_expectation);
    if (m_expectation.waitForApp)
        m_access.awaitCreation();
    step();
}

void WatchRunner::resume(Judge judge, Duration registeredBefore)
{
    m_startedAt = m_time.steady();
    m_registeredAt = m_clock.sinceBoot() - registeredBefore;
    m_expectation = judge.expectation();
    m_timeout = m_expectation.deadline - m_expectation.registeredAt;
    m_verdict = judge.verdict();
    m_begun = judge.memory().application.value != nullptr;
    m_judge = std::move(judge);
    m_podImages = PodImages(m_expectation.images, m_expectation.registryProxies);
    m_resumed = true;
    if (m_expectation.waitForApp && !m_begun)
        m_access.awaitCreation();
    step();
}

void WatchRunner::setDeadline(Instant deadline)
{
    m_timeout += deadline - m_expectation.deadline;
    m_expectation.deadline = deadline;
    m_judge.setDeadline(deadline);
    m_checkedDeadline = false;
    step();
}

void WatchRunner::setTreeStream(bool allowed)
{
    m_options.treeStream = allowed;
    if (!allowed)
        closeStream(Fetch::TreeStream, m_time.steady());
    step();
}

void WatchRunner::checkAgain()
{
    m_plan.hint(Fetch::Application, m_time.steady());
    step();
}

/// First answer from the server or for the application. @p nameSpace: its namespace, if known.
void WatchRunner::begin(const QString &nameSpace)
{
    if (m_judge.memory().application.value)
        return; // already started
    if (m_expectation.application.nameSpace.isEmpty())
        m_expectation.application.nameSpace = nameSpace;
    if (!std::exchange(m_begun, true))
        beginTime();
    m_judge = Judge(m_expectation);
}

void WatchRunner::beginTime()
{
    // The computer may have slept before the first answer; that time counts for the watch.
    m_expectation.registeredAt = m_time.past(m_time.steady()) - (m_clock.sinceBoot() - m_registeredAt);
    m_expectation.deadline = m_expectation.registeredAt + m_timeout;
}

/// The list contains an application that cannot be read by name alone: it may be in another namespace.
void WatchRunner::findCreated(const QString &nameSpace)
{
    if (!m_expectation.application.nameSpace.isEmpty() || nameSpace.isEmpty())
        return;
    m_expectation.application.nameSpace = nameSpace;
    m_project.clear();
    m_plan.hint(Fetch::Application, m_time.steady());
}

void WatchRunner::step()
{
    if (m_stepping || m_closing)
        return;
    m_stepping = true;
    if (m_time.takeJump()) {
        dropStreams(m_time.steady());
        m_plan.doubt(m_time.steady());
    }
    checkDeadline();
    checkUnseen();
    sendDue();
    observe();
    m_stepping = false;
    if (!m_closing)
        schedule();
}

/// A stored watch is judged by one complete observation after its deadline.
void WatchRunner::checkDeadline()
{
    if (m_expectation.oneOff || m_checkedDeadline || !m_time.isAnchored() || m_time.now() < m_expectation.deadline)
        return;
    m_checkedDeadline = true;
    m_plan.doubt(m_time.steady());
}

/// For pods that are not visible, no change is reported.
void WatchRunner::checkUnseen()
{
    const auto at = m_judge.checksAgainAt();
    if (!at || m_time.now() < *at || std::exchange(m_checkedAgainAt, at) == at)
        return;
    m_plan.doubt(m_time.steady());
}

void WatchRunner::sendDue()
{
    const auto now = m_time.steady();
    const auto decision = m_plan.decide(conditions(), now);
    m_isHeldBack = m_options.budget && !decision.due.empty()
        && !m_options.budget->mayAsk(this, now, static_cast<int>(decision.due.size()));
    if (m_isHeldBack)
        return;
    for (const auto fetch : decision.due)
        send(fetch, now);
}

/// Counted here, because some are sent without being due.
void WatchRunner::noteSent(Fetch fetch, Duration now)
{
    m_plan.sent(fetch, now);
    if (m_options.budget)
        m_options.budget->spend(this, now);
}

void WatchRunner::schedule()
{
    const auto now = m_time.steady();
    const auto decision = m_plan.decide(conditions(), now);
    auto wait = decision.due.empty() || m_isHeldBack ? kBeat : kShortest;
    if (decision.wakeAt)
        wait = std::min(wait, *decision.wakeAt - now);
    if (const auto instant = m_time.now(); m_verdict.wakeAt && *m_verdict.wakeAt > instant)
        wait = std::min(wait, *m_verdict.wakeAt - instant);
    m_timer.start(std::max(wait, kShortest));
}

FetchConditions WatchRunner::conditions() const
{
    FetchConditions conditions;
    conditions.over = m_closing;
    conditions.missing = m_access.isMissing();
    conditions.tokenIgnored = m_access.isTokenIgnored();
    conditions.awaited = m_access.access() == Access::NotCreated;
    const auto *application = m_sources.application();
    if (!application)
        return conditions;
    const bool runs = operationRuns(*application);
    const auto &workloads = m_verdict.evidence.workloads;
    conditions.known = true;
    conditions.applicationStream = m_options.applicationStream;
    conditions.treeStream = m_options.treeStream;
    conditions.fed = m_fed;
    conditions.moving = runs || (m_verdict.stage >= Stage::Noticed && application->sync != SyncStatus::OutOfSync);
    conditions.nearlyThere = !workloads.empty() && std::ranges::none_of(workloads, isProgressing);
    conditions.unmatched = workloads.empty();
    conditions.refreshDeclined = !m_options.refresh;
    conditions.refreshWanted = m_verdict.stage == Stage::None || !m_sources.wasRefreshed();
    conditions.held = application->sync == SyncStatus::OutOfSync && !runs;
    conditions.stepAwaited = conditions.held && isSyncedInSteps(*application);
    conditions.failing = m_verdict.cause.has_value();
    conditions.resourceFailing = m_explanations.brokenResource().has_value();
    conditions.resourcePending = m_explanations.isPending();
    conditions.still = isStill(m_judge, m_time.isAnchored() ? m_observation.now : Instant{});
    conditions.podUnclear = m_sources.tree() && m_podImages.wanted(*m_sources.tree(), m_time.steady());
    conditions.commitWanted = m_explanations.wantsCommit();
    conditions.logsWanted = m_explanations.wantsLogs();
    // Until Argo CD notices the image, the application does not change, or the feed reports it.
    const bool isQuiet = m_verdict.stage == Stage::None && !runs && !conditions.unmatched && !conditions.failing;
    if (m_options.budget && m_fed && isQuiet)
        conditions.quietEvery = m_options.budget->quietEvery();
    return conditions;
}

void WatchRunner::takeApplication(const std::shared_ptr<const Application> &application, Duration askedAt, Instant at)
{
    if (!application->project.isEmpty())
        m_project = application->project;
    if (m_sources.takeApplication(application, at) == WatchSources::Taken::Changed) {
        m_plan.changed(Fetch::Application, askedAt);
        m_news = true;
    }
}

void WatchRunner::takeTree(const std::shared_ptr<const ResourceTree> &tree, Duration askedAt, Instant at)
{
    m_news = m_news || !m_sources.tree() || *m_sources.tree() != *tree;
    if (m_sources.takeTree(tree, at) == WatchSources::Taken::Changed)
        m_plan.changed(Fetch::Tree, askedAt);
}

void WatchRunner::takeFailure(Fetch fetch, const Error &error, Duration sentAt)
{
    qCDebug(logWatch).noquote() << error.asked << error.message;
    const bool refused = error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound
        || error.kind == Error::Kind::NotAllowed;
    m_plan.failed(fetch, refused ? FailureKind::Refused : FailureKind::Trouble, sentAt, m_time.steady(),
                  QRandomGenerator::global()->generateDouble());
    switch (fetch) {
    case Fetch::Application:
        takeApplicationFailure(error);
        return;
    case Fetch::Tree:
    case Fetch::Managed:
        if (m_plan.failingSince(fetch)) // otherwise a later request was answered
            m_access.failed(fetch, error, m_time.now());
        return;
    case Fetch::Refresh:
        m_sources.refreshLost(refused);
        return;
    case Fetch::Logs:
        m_explanations.logsRefused(error);
        return;
    case Fetch::TreeStream:
    case Fetch::ApplicationStream:
    case Fetch::SyncWindows:
    case Fetch::PodManifest:
    case Fetch::ApplicationSet:
    case Fetch::Commit:
    case Fetch::ResourceEvents:
    case Fetch::ApplicationEvents:
    case Fetch::Presence:
        return; // optional requests
    }
}

void WatchRunner::takeApplicationFailure(const Error &error)
{
    if (!m_plan.failingSince(Fetch::Application))
        return; // a later request was answered
    const bool absent = error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden;
    if (absent && !m_project.isEmpty()) {
        // Its project may have changed: without a project, the server searches all that the account may see.
        m_project.clear();
        sendApplication(Fetch::Application, m_time.steady());
        return;
    }
    m_access.failed(Fetch::Application, error, m_time.now());
    if (m_access.access() == Access::NotCreated && m_time.isAnchored())
        begin({});
    if (m_expectation.oneOff && !m_access.everGood() && endsAtOnce(error.kind))
        abort(error);
}

void WatchRunner::learnTime()
{
    const auto serverNow = m_client.serverNow();
    const bool isKnown = m_client.serverClock().offset().has_value();
    const bool isOurs = !m_time.isAnchored() && !m_client.reportsTime(); // there is no other clock
    if (isKnown || isOurs)
        m_time.learn(serverNow);
}

template<typename T, typename Take>
void WatchRunner::await(Fetch fetch, Duration sentAt, QObject *context, FutureAnswer<T> answer, Take take)
{
    noteSent(fetch, sentAt);
    const bool anchored = m_time.isAnchored();
    const auto at = m_time.at(sentAt);
    const auto settle = [this, fetch, sentAt, context, anchored, at, take](const Result<Answer<T>> &settled) {
        std::erase(m_contexts[static_cast<std::size_t>(fetch)], context);
        context->deleteLater(); // it may have called this
        const bool explains = fetch == Fetch::Commit || fetch == Fetch::Logs;
        if (m_finished || (m_closing && !explains))
            return;
        // The deadline of an application that is not created yet is by the server's clock too.
        if (settled || (m_expectation.waitForApp && saysAbsent(settled.error())))
            learnTime();
        if (settled && m_time.isAnchored()) {
            m_plan.succeeded(fetch, sentAt, m_time.steady());
            // Before the first answer, `at` was by our own clock.
            take(settled->value, anchored ? at : m_time.past(sentAt));
        } else {
            takeFailure(fetch, settled ? clockWasSet() : settled.error(), sentAt);
        }
        if (m_closing && !m_plan.isInFlight(Fetch::Commit) && !m_plan.isInFlight(Fetch::Logs))
            finish();
        step();
    };
    std::ignore = answer.then(context, settle);
}

QObject *WatchRunner::contextFor(Fetch fetch)
{
    auto &contexts = m_contexts[static_cast<std::size_t>(fetch)];
    if (contexts.size() >= FetchPlan::kMostInFlight) {
        delete contexts.front(); // aborts its request
        contexts.pop_front();
        m_plan.abandoned(fetch);
    }
    return contexts.emplace_back(new QObject(this));
}

void WatchRunner::send(Fetch fetch, Duration now)
{
    switch (fetch) {
    case Fetch::Application:
    case Fetch::Refresh:
        return sendApplication(fetch, now);
    case Fetch::Tree:
        return sendTree(now);
    case Fetch::Managed:
        return sendManaged(now);
    case Fetch::TreeStream:
        noteSent(fetch, now);
        return m_streams.openTree(m_expectation.application, m_project, now);
    case Fetch::ApplicationStream:
        noteSent(fetch, now);
        return m_streams.openApplication(m_expectation.application, m_project, m_sources.application()->resourceVersion,
                                         now);
    case Fetch::SyncWindows:
        return sendSyncWindows(now);
    case Fetch::PodManifest:
        return sendPodManifest(now);
    case Fetch::ApplicationSet:
        return sendApplicationSet(now);
    case Fetch::Presence:
        return sendPresence(now);
    case Fetch::Logs:
        return sendLogs(now);
    case Fetch::Commit:
        return sendCommit(now);
    case Fetch::ResourceEvents:
    case Fetch::ApplicationEvents:
        return sendEvents(fetch, now);
    }
}

void WatchRunner::sendApplication(Fetch fetch, Duration now)
{
    const bool refresh = fetch == Fetch::Refresh;
    if (refresh)
        m_sources.refreshSent(m_time.at(now));
    auto *context = contextFor(fetch);
    auto answer =
        m_client.application(m_expectation.application, m_project, refresh ? Refresh::Normal : Refresh::None, context);
    await(fetch, now, context, std::move(answer),
          [this, refresh, now](const std::shared_ptr<const Application> &read, Instant at) {
              if (!m_access.everGood())
                  begin(read->nameSpace);
              m_access.answered(Fetch::Application, m_time.now());
              if (refresh)
                  m_sources.refreshDone();
              takeApplication(read, now, at);
          });
}

void WatchRunner::sendTree(Duration now)
{
    auto *context = contextFor(Fetch::Tree);
    await(Fetch::Tree, now, context, m_client.tree(m_expectation.application, m_project, context),
          [this, now](const std::shared_ptr<const ResourceTree> &read, Instant at) {
              m_access.answered(Fetch::Tree, m_time.now());
              takeTree(read, now, at);
          });
}

void WatchRunner::sendManaged(Duration now)
{
    auto *context = contextFor(Fetch::Managed);
    await(Fetch::Managed, now, context, m_client.managedResources(m_expectation.application, m_project, context),
          [this, now](const std::shared_ptr<const ManagedResources> &read, Instant at) {
              m_access.answered(Fetch::Managed, m_time.now());
              if (m_sources.takeManaged(read, at) == WatchSources::Taken::Changed) {
                  m_plan.changed(Fetch::Managed, now);
                  m_news = true;
              }
          });
}

void WatchRunner::sendSyncWindows(Duration now)
{
    auto *context = contextFor(Fetch::SyncWindows);
    await(Fetch::SyncWindows, now, context, m_client.syncWindows(m_expectation.application, m_project, context),
          [this](const std::shared_ptr<const SyncWindows> &read, Instant at) { m_sources.takeSyncWindows(read, at); });
}

void WatchRunner::sendApplicationSet(Duration now)
{
    const auto &application = *m_sources.application();
    auto *context = contextFor(Fetch::ApplicationSet);
    await(Fetch::ApplicationSet, now, context,
          m_client.applicationSet(application.applicationSet, application.nameSpace, context),
          [this](const std::shared_ptr<const ApplicationSetProgress> &read, Instant at) {
              m_sources.takeApplicationSet(read, at);
              m_news = true;
          });
}

void WatchRunner::sendPodManifest(Duration now)
{
    const auto pod = m_sources.tree() ? m_podImages.wanted(*m_sources.tree(), now) : std::nullopt;
    if (!pod)
        return;
    m_podImages.asked(*pod, now);
    auto *context = contextFor(Fetch::PodManifest);
    await(Fetch::PodManifest, now, context,
          m_client.resourceManifest(m_expectation.application, m_project, pod->key, pod->version, context),
          [this, pod = *pod](const QString &manifest, Instant) {
              const auto containers = containerStatuses(manifest.toUtf8());
              if (!containers)
                  return; // then only the pod's reference is known
              m_podImages.take(pod, *containers);
              m_news = true;
          });
}

/// Before the application is reported as gone.
void WatchRunner::sendPresence(Duration now)
{
    auto *context = contextFor(Fetch::Presence);
    await(Fetch::Presence, now, context, askForPresence(m_client, m_expectation.application, context),
          [this](const Presence &presence, Instant) {
              if (presence.ignoredToken)
                  m_access.tokenIgnored(*presence.ignoredToken, m_time.now());
              else
                  m_access.listed(presence.isListed, m_time.now());
              if (presence.isListed && m_expectation.waitForApp && !m_access.everGood())
                  findCreated(presence.nameSpace);
          });
}

void WatchRunner::sendEvents(Fetch fetch, Duration now)
{
    if (fetch == Fetch::ApplicationEvents) {
        auto *context = contextFor(fetch);
        await(fetch, now, context, m_client.applicationEvents(m_expectation.application, m_project, context),
              [this](const std::vector<ResourceEvent> &read, Instant) { m_sources.takeApplicationEvents(read); });
        return;
    }
    const auto &broken = m_explanations.brokenResource();
    if (!broken)
        return;
    auto *context = contextFor(fetch);
    await(fetch, now, context,
          m_client.resourceEvents(m_expectation.application, m_project, broken->key, broken->uid, context),
          [this](const std::vector<ResourceEvent> &read, Instant) { m_sources.takeResourceEvents(read); });
}

void WatchRunner::sendCommit(Duration now)
{
    const auto revision = m_explanations.takeRevision();
    auto *context = contextFor(Fetch::Commit);
    await(Fetch::Commit, now, context,
          m_client.revisionMetadata(m_expectation.application, m_project, revision, context),
          [this](const RevisionMetadata &read, Instant) { m_explanations.commitCame(read); });
}

void WatchRunner::sendLogs(Duration now)
{
    const auto query = m_explanations.takeLogQuery();
    auto *context = contextFor(Fetch::Logs);
    await(Fetch::Logs, now, context, m_client.logs(m_expectation.application, m_project, query, context),
          [this](const std::vector<LogLine> &read, Instant) { m_explanations.logsCame(read); });
}

void WatchRunner::listenToStreams()
{
    connect(&m_streams, &WatchStreams::opened, this, [this](Fetch stream, Duration askedAt) {
        m_plan.succeeded(stream, askedAt, m_time.steady());
        step();
    });
    connect(&m_streams, &WatchStreams::received, this,
            [this](Fetch stream) { m_plan.received(stream, std::nullopt, m_time.steady()); });
    connect(&m_streams, &WatchStreams::applicationArrived, this,
            [this](const std::shared_ptr<const Application> &application) {
                m_access.received(Fetch::Application);
                // A stream outlives its token: after a refused sign-in, the token must be checked anyway.
                const auto &trouble = m_access.trouble();
                const bool refused = trouble && trouble->kind == Error::Kind::SignInNeeded;
                m_plan.received(Fetch::ApplicationStream, refused ? std::nullopt : std::optional(Fetch::Application),
                                m_time.steady());
                takeApplication(application, m_time.steady(), m_time.now());
                step();
            });
    connect(&m_streams, &WatchStreams::deleted, this, [this] {
        m_access.deleted(m_time.now());
        step();
    });
    connect(&m_streams, &WatchStreams::treeArrived, this, [this](const std::shared_ptr<const ResourceTree> &tree) {
        m_access.received(Fetch::Tree);
        m_plan.received(Fetch::TreeStream, Fetch::Tree, m_time.steady());
        takeTree(tree, m_time.steady(), m_time.now());
        step();
    });
    connect(&m_streams, &WatchStreams::ended, this, [this](Fetch stream, const Error &error) {
        takeFailure(stream, error, m_time.steady());
        step();
    });
}

void WatchRunner::closeStream(Fetch stream, Duration now)
{
    if (m_streams.close(stream))
        m_plan.failed(stream, FailureKind::Trouble, now, now, 0.0);
}

void WatchRunner::dropStreams(Duration now)
{
    closeStream(Fetch::ApplicationStream, now);
    closeStream(Fetch::TreeStream, now);
}

void WatchRunner::observe()
{
    const auto now = m_time.now();
    m_access.settle(now);
    if (!m_access.everGood())
        checkStart();
    if (m_closing)
        return;
    if (!m_expectation.oneOff && !m_time.isAnchored() && m_access.access() != Access::Gone)
        return sayWhatIsInTheWay();
    m_observation = m_sources.observation(now, m_access);
    if (awaitsPodImages())
        return;
    m_observation.tree.value = m_podImages.completed(m_observation.tree.value);
    m_observation.managed.value = m_podImages.completed(m_observation.managed.value);
    const auto &verdict = m_judge.observe(m_observation);
    m_explanations.follow(verdict, m_sources, now);
    publish(verdict);
    if (verdict.outcome == Outcome::SignInNeeded)
        m_startError = m_access.trouble();
    if (verdict.outcome != Outcome::Waiting)
        close();
}

/// Data from before this program started is read again first: until then, new pods look like those of another version.
bool WatchRunner::awaitsPodImages() const
{
    constexpr Duration kMost{15'000};
    return m_resumed && m_access.access() == Access::Good && m_verdict.stage >= Stage::Applied && m_sources.tree()
        && m_time.steady() - m_startedAt < kMost
        && (m_plan.isInFlight(Fetch::PodManifest) || m_podImages.hasUnread(*m_sources.tree()));
}

void WatchRunner::publish(const Verdict &verdict)
{
    const bool same = saysTheSame(m_verdict, verdict);
    m_verdict = verdict;
    if (std::exchange(m_news, false) || !same)
        QMetaObject::invokeMethod(this, &WatchRunner::observed, Qt::QueuedConnection);
    if (same)
        return;
    // Queued: slots may destroy this object, which must not happen during a call.
    QMetaObject::invokeMethod(
        this, [this, verdict] { Q_EMIT verdictChanged(verdict); }, Qt::QueuedConnection);
}

/// Nothing can be judged before the server's time is known: an earlier observation may be later by that clock than now
/// is by ours.
void WatchRunner::sayWhatIsInTheWay()
{
    auto verdict = m_judge.verdict();
    const auto access = m_access.access();
    if (access == Access::SignIn)
        verdict.blocker = signInBlocker(m_access.message(), m_access.isTokenLacking());
    else if (access != Access::Connecting && access != Access::NotCreated)
        verdict.blocker = Blocker{Blocker::Kind::Unreachable, {}, m_access.message(), std::nullopt};
    publish(verdict);
}

void WatchRunner::checkStart()
{
    if (!m_expectation.oneOff)
        return; // stored watches keep waiting
    const auto &trouble = m_access.trouble();
    const bool askedToSignIn = trouble && trouble->kind == Error::Kind::SignInNeeded;
    if (m_closing || askedToSignIn || m_access.isMissing() || m_access.access() == Access::Gone
        || m_time.steady() - m_startedAt < m_options.startLimit)
        return;
    abort(trouble.value_or(Error{Error::Kind::TimedOut, u"GET /api/v1/applications/"_s + m_expectation.application.name,
                                 u"no response for %1"_s.arg(formatDuration(m_options.startLimit)), true, 0}));
}

void WatchRunner::abort(const Error &error)
{
    m_startError = error;
    auto verdict = m_judge.verdict();
    verdict.outcome = Outcome::Aborted;
    verdict.blocker = Blocker{Blocker::Kind::Unreachable, {}, error.message, std::nullopt};
    verdict.decidedAt = m_time.now();
    verdict.wakeAt.reset();
    publish(verdict);
    close();
}

void WatchRunner::close()
{
    if (m_closing)
        return;
    const auto now = m_time.steady();
    m_closing = true;
    m_timer.stop();
    dropStreams(now);
    const bool asksNow = m_explanations.wantsCommit() || m_explanations.wantsLogs();
    if (m_explanations.wantsCommit())
        send(Fetch::Commit, now);
    if (m_explanations.wantsLogs())
        send(Fetch::Logs, now);
    const bool awaits = asksNow || m_plan.isInFlight(Fetch::Commit) || m_plan.isInFlight(Fetch::Logs);
    QTimer::singleShot(awaits ? kLastWords : Duration{0}, this, &WatchRunner::finish);
}

void WatchRunner::finish()
{
    if (std::exchange(m_finished, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_verdict); }, Qt::QueuedConnection);
}

} // namespace lynceus
