#include "core/engine/watch/watchsession.h"

#include "core/domain/rollout/awaiting.h"
#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/operation.h"
#include "core/io/log/categories.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kBeat{1'000}; // the judge wants an observation at least that often
constexpr Duration kShortest{5}; // between two beats

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

/// Something should move and has not for a while. While Argo CD does not know of the image there is nothing that could.
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

/// Waiting does not help: it is not this instance, or not an Argo CD at all.
bool endsAtOnce(Error::Kind kind)
{
    return kind == Error::Kind::Certificate || kind == Error::Kind::NotArgoCd || kind == Error::Kind::BadInput
        || kind == Error::Kind::NotAllowed;
}

} // namespace

WatchSession::WatchSession(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                           WatchOptions options)
    : m_client(client)
    , m_clock(clock)
    , m_expectation(std::move(expectation))
    , m_timeout(timeout)
    , m_options(std::move(options))
    , m_project(m_options.project)
    , m_time(clock)
    , m_judge(m_expectation)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WatchSession::step);
}

WatchSession::~WatchSession() = default;

void WatchSession::start()
{
    m_startedAt = m_time.steady();
    m_registeredAt = m_clock.sinceBoot();
    // Until the first answer only our own clock is known; begin() sets it right.
    m_expectation.registeredAt = m_time.now();
    m_expectation.deadline = m_expectation.registeredAt + m_timeout;
    m_judge = Judge(m_expectation);
    if (m_expectation.waitForApp)
        m_access.awaitCreation();
    step();
}

void WatchSession::resume(Judge judge, Duration registeredBefore)
{
    m_startedAt = m_time.steady();
    m_registeredAt = m_clock.sinceBoot() - registeredBefore;
    m_expectation = judge.expectation();
    m_timeout = m_expectation.deadline - m_expectation.registeredAt;
    m_verdict = judge.verdict();
    m_begun = judge.memory().application.value != nullptr;
    m_judge = std::move(judge);
    if (m_expectation.waitForApp && !m_begun)
        m_access.awaitCreation();
    step();
}

void WatchSession::setDeadline(Instant deadline)
{
    m_timeout += deadline - m_expectation.deadline;
    m_expectation.deadline = deadline;
    m_judge.setDeadline(deadline);
    m_lookedAtDeadline = false;
    step();
}

void WatchSession::setTreeStream(bool allowed)
{
    m_options.treeStream = allowed;
    if (!allowed && m_treeFeed) {
        m_treeFeed->disconnect(this);
        m_treeFeed.release()->deleteLater(); // we may be in one of its signals
        m_plan.failed(Fetch::TreeStream, FailureKind::Trouble, m_time.steady(), m_time.steady(), 0.0);
    }
    step();
}

void WatchSession::lookAgain()
{
    m_plan.hint(Fetch::Application, m_time.steady());
    step();
}

/// The server was heard for the first time, or the application was: @p nameSpace is its own, if known.
void WatchSession::begin(const QString &nameSpace)
{
    if (m_judge.memory().application.value)
        return; // goes on
    if (m_expectation.application.nameSpace.isEmpty())
        m_expectation.application.nameSpace = nameSpace;
    if (!std::exchange(m_begun, true))
        beginTime();
    m_judge = Judge(m_expectation);
}

void WatchSession::beginTime()
{
    // The computer may have slept until the server was first heard: that is part of the time the watch has.
    m_expectation.registeredAt = m_time.past(m_time.steady()) - (m_clock.sinceBoot() - m_registeredAt);
    m_expectation.deadline = m_expectation.registeredAt + m_timeout;
}

/// The list shows what cannot be read under its name alone: it may be in another namespace.
void WatchSession::findCreated(const QString &nameSpace)
{
    if (!m_expectation.application.nameSpace.isEmpty() || nameSpace.isEmpty())
        return;
    m_expectation.application.nameSpace = nameSpace;
    m_project.clear();
    m_plan.hint(Fetch::Application, m_time.steady());
}

void WatchSession::step()
{
    if (m_stepping || m_closing)
        return;
    m_stepping = true;
    if (m_time.takeJump()) {
        dropStreams(m_time.steady());
        m_plan.doubt(m_time.steady());
    }
    lookAtDeadline();
    lookAtTheUnseen();
    sendDue();
    observe();
    m_stepping = false;
    if (!m_closing)
        schedule();
}

/// A stored watch is judged from one complete look after its deadline.
void WatchSession::lookAtDeadline()
{
    if (m_expectation.oneOff || m_lookedAtDeadline || !m_time.isAnchored() || m_time.now() < m_expectation.deadline)
        return;
    m_lookedAtDeadline = true;
    m_plan.doubt(m_time.steady());
}

/// What no change announces: pods that are not shown.
void WatchSession::lookAtTheUnseen()
{
    const auto at = m_judge.looksAgainAt();
    if (!at || m_time.now() < *at || std::exchange(m_lookedAgainAt, at) == at)
        return;
    m_plan.doubt(m_time.steady());
}

void WatchSession::sendDue()
{
    const auto now = m_time.steady();
    const auto decision = m_plan.decide(conditions(), now);
    for (const auto fetch : decision.due)
        send(fetch, now);
}

void WatchSession::schedule()
{
    const auto now = m_time.steady();
    const auto decision = m_plan.decide(conditions(), now);
    auto wait = decision.due.empty() ? kBeat : kShortest;
    if (decision.wakeAt)
        wait = std::min(wait, *decision.wakeAt - now);
    if (const auto instant = m_time.now(); m_verdict.wakeAt && *m_verdict.wakeAt > instant)
        wait = std::min(wait, *m_verdict.wakeAt - instant);
    m_timer.start(std::max(wait, kShortest));
}

FetchConditions WatchSession::conditions() const
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
    conditions.refreshWanted = m_options.refresh && (m_verdict.stage == Stage::None || !m_sources.wasRefreshed());
    conditions.held = application->sync == SyncStatus::OutOfSync && !runs;
    conditions.stepAwaited = conditions.held && isSyncedInSteps(*application);
    conditions.failing = m_verdict.cause.has_value();
    conditions.resourceFailing = m_explanations.brokenResource().has_value();
    conditions.resourcePending = m_explanations.isPending();
    conditions.still = isStill(m_judge, m_time.isAnchored() ? m_observation.now : Instant{});
    conditions.commitWanted = m_explanations.wantsCommit();
    conditions.logsWanted = m_explanations.wantsLogs();
    return conditions;
}

void WatchSession::takeApplication(const std::shared_ptr<const Application> &application, Duration askedAt, Instant at)
{
    if (!application->project.isEmpty())
        m_project = application->project;
    if (m_sources.takeApplication(application, at) == WatchSources::Taken::Changed) {
        m_plan.changed(Fetch::Application, askedAt);
        m_news = true;
    }
}

void WatchSession::takeTree(const std::shared_ptr<const ResourceTree> &tree, Duration askedAt, Instant at)
{
    m_news = m_news || !m_sources.tree() || *m_sources.tree() != *tree;
    if (m_sources.takeTree(tree, at) == WatchSources::Taken::Changed)
        m_plan.changed(Fetch::Tree, askedAt);
}

void WatchSession::takeFailure(Fetch fetch, const Error &error, Duration sentAt)
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
        if (m_plan.failingSince(fetch)) // else a later question was answered
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
    case Fetch::ApplicationSet:
    case Fetch::Commit:
    case Fetch::ResourceEvents:
    case Fetch::ApplicationEvents:
    case Fetch::Presence:
        return; // they only help
    }
}

void WatchSession::takeApplicationFailure(const Error &error)
{
    if (!m_plan.failingSince(Fetch::Application))
        return; // a later question was answered
    const bool absent = error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden;
    if (absent && !m_project.isEmpty()) {
        // It may live in another project by now: without one the server looks everywhere that the account may see.
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

} // namespace lynceus
