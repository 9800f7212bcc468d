#include "tests/domain/rollout/simulatedargocd.h"

#include <algorithm>

namespace lynceus::simulation {

namespace {

constexpr Ms wholeSeconds(Ms time)
{
    return time / 1'000 * 1'000;
}

} // namespace

void ApplicationController::settle()
{
    for (int i = 0; i < m_setup.workloads; ++i)
        m_state.status.synced[static_cast<std::size_t>(i)] = true;
    auto &operation = m_state.status.operation;
    operation.phase = Phase::Succeeded;
    operation.startedAt = -60'000;
    operation.finishedAt = -59'000;
    operation.requested = operation.result = 0;
    for (int i = 0; i < m_setup.workloads; ++i)
        operation.resources.add({static_cast<std::int8_t>(i), ResultStatus::Synced, HookPhase::Running,
                                 commit(0).manifests[static_cast<std::size_t>(i)].pods});
    m_state.status.reconciledAt = -5'000;
}

void ApplicationController::tick(Ms now)
{
    if (isStalled(now))
        return;
    if (now >= m_pollAt) {
        m_pollAt = now + m_random.time(600, m_setup.mostPollGap);
        pollGit(now);
    }
    if (now >= m_manifestsAt) {
        m_manifestsAt = kNever;
        m_state.manifests = m_compared;
    }
    if (now >= m_publishAt)
        publish(now);
    else if (!m_state.status.comparisonError && m_random.chance(50))
        compareResources(); // after a change of a managed resource, without a new comparison with git
    if (m_manual < m_setup.manualSyncs.size() && now >= m_setup.manualSyncs[m_manual].at && m_stage == Stage::None) {
        const auto &sync = m_setup.manualSyncs[m_manual++];
        requestSync(sync.revision >= 0 ? sync.revision : m_compared, sync.workloads, sync.saysRevision, now);
    }
    if (m_stage != Stage::None && now >= m_stageAt)
        operate(now);
}

// Resolves the branch and renders the manifests. Manifests and status are published at different times.
void ApplicationController::pollGit(Ms now)
{
    const bool broken = now >= m_setup.errorAt && now < m_setup.errorEnds;
    if (broken != m_state.status.comparisonError) {
        m_state.status.comparisonError = broken;
        m_comparedAt = now;
        m_publishAt = broken ? kNever : now;
    }
    if (broken) {
        m_state.status.reconciledAt = wholeSeconds(now);
        return;
    }
    int head = 0;
    for (int i = 0; i < static_cast<int>(m_setup.commits.size()); ++i)
        head = commit(i).at <= now ? i : head;
    if (head == m_compared && m_stage != Stage::None)
        return;
    m_compared = head;
    m_comparedAt = now;
    if (m_manifestsAt == kNever)
        m_manifestsAt = now + m_random.time(0, 800);
    if (m_publishAt == kNever)
        m_publishAt = now + m_random.time(0, 800);
    maybeSync(now);
}

void ApplicationController::publish(Ms now)
{
    m_publishAt = kNever;
    m_state.status.revision = m_compared;
    m_state.status.reconciledAt = wholeSeconds(std::min(now, m_comparedAt));
    compareResources();
    maybeSync(now);
}

bool ApplicationController::isSame(const Manifest &wanted, const Workload &live) const
{
    if (wanted.removed)
        return !live.exists;
    auto pods = wanted.pods;
    if (m_setup.ignoresImages) {
        pods.repository = live.live.pods.repository;
        pods.tag = live.live.pods.tag;
        pods.sidecar = live.live.pods.sidecar;
    }
    return live.exists && pods == live.live.pods && wanted.paused == live.live.paused
        && (wanted.replicas < 0 || wanted.replicas == live.live.replicas);
}

void ApplicationController::compareResources()
{
    const auto &wanted = commit(m_state.status.revision).manifests;
    for (int i = 0; i < m_setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_state.status.synced[at] = isSame(wanted[at], m_state.cluster.workloads[at]);
    }
}

void ApplicationController::maybeSync(Ms now)
{
    if (!m_setup.autoSync || m_stage != Stage::None || ((m_attempted >> m_compared) & 1) != 0)
        return;
    const auto &wanted = commit(m_compared).manifests;
    for (int i = 0; i < m_setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!isSame(wanted[at], m_state.cluster.workloads[at])) {
            m_attempted |= 1 << m_compared;
            requestSync(m_compared, (1 << m_setup.workloads) - 1, true, now);
            return;
        }
    }
}

void ApplicationController::applyOne(int workload, Ms now)
{
    auto manifest = commit(m_revision).manifests[static_cast<std::size_t>(workload)];
    const auto &live = m_state.cluster.workloads[static_cast<std::size_t>(workload)];
    if (manifest.removed)
        return; // pruning is off
    if (m_setup.ignoresImages && live.exists) {
        const auto config = manifest.pods.config;
        manifest.pods = live.live.pods;
        manifest.pods.config = config;
    }
    m_controllers.apply(workload, manifest, now);
}

void ApplicationController::requestSync(int revision, int workloads, bool saysRevision, Ms now)
{
    auto &status = m_state.status;
    m_revision = revision;
    m_selected = workloads;
    m_hookTries = 0;
    m_refusals = 0;
    status.pending = true;
    status.pendingRevision = saysRevision ? revision : -1;
    // A request clears the state of the last operation; auto-sync often does so later.
    if (m_random.chance(50))
        status.operation = {};
    go(Stage::Begin, now + m_random.time(0, 400));
}

void ApplicationController::go(Stage stage, Ms at)
{
    m_stage = stage;
    m_stageAt = at;
}

void ApplicationController::operate(Ms now)
{
    switch (m_stage) {
    case Stage::None:
        return;
    case Stage::Begin:
        return begin(now);
    case Stage::Hook:
        return waitForHook(0, now);
    case Stage::Apply:
        return applyWave(now);
    case Stage::Healthy:
        return waitForHealth(now);
    case Stage::PostHook:
        return waitForHook(1, now);
    case Stage::Finish:
        return finish(Phase::Succeeded, now);
    case Stage::Retry: {
        auto &operation = m_state.status.operation;
        operation.finishedAt = -1;
        operation.waitsFor = -1;
        operation.result = -1;
        operation.resources.count = 0;
        m_wave = 0;
        if (runsPreSync())
            m_state.cluster.hooks[0].exists = false;
        return go(runsPreSync() ? Stage::Hook : Stage::Apply, now + m_random.time(kTick, 1'000));
    }
    }
}

void ApplicationController::begin(Ms now)
{
    auto &operation = m_state.status.operation;
    operation = {};
    operation.phase = Phase::Running;
    operation.startedAt = wholeSeconds(now);
    operation.requested = m_state.status.pendingRevision;
    operation.selected = isFull() ? 0 : m_selected;
    m_wave = 0;
    if (runsPreSync())
        m_state.cluster.hooks[0].exists = false; // the hook of the last operation
    if (runsPostSync() && m_random.chance(50))
        m_state.cluster.hooks[1].exists = false;
    go(runsPreSync() ? Stage::Hook : Stage::Apply, now + m_random.time(0, 600));
}

void ApplicationController::report(int of, ResultStatus status, HookPhase hookPhase)
{
    auto &operation = m_state.status.operation;
    operation.result = m_revision;
    if (of < kMostWorkloads && commit(m_revision).manifests[static_cast<std::size_t>(of)].removed)
        return;
    Result result{static_cast<std::int8_t>(of), status, hookPhase, {}};
    if (of < kMostWorkloads)
        result.pods = commit(m_revision).manifests[static_cast<std::size_t>(of)].pods;
    for (auto &known : operation.resources) {
        if (known.of == of) {
            known = result;
            return;
        }
    }
    operation.resources.add(result);
}

void ApplicationController::waitForHook(int which, Ms now)
{
    m_state.status.operation.waitsFor = which == 0 ? kPreSync : kPostSync;
    const auto &hook = m_state.cluster.hooks[static_cast<std::size_t>(which)];
    const int name = which == 0 ? kPreSync : kPostSync;
    if (!hook.exists || hook.created < m_state.status.operation.startedAt) {
        m_controllers.startHook(which, now, m_random.time(600, 2'400));
        return go(m_stage, now + kTick);
    }
    if (hook.phase == HookPhase::Running && now >= hook.ends) {
        const bool well = which == 1 || ++m_hookTries > commit(m_revision).failingHooks;
        m_controllers.endHook(which, well);
        return go(m_stage, now + m_random.time(kTick, 2'000)); // the operation sees the result later than the tree
    }
    if (hook.phase == HookPhase::Running) {
        if (m_random.chance(20))
            report(name, ResultStatus::Synced, HookPhase::Running);
        return go(m_stage, now + kTick);
    }
    report(name, ResultStatus::Synced, hook.phase);
    if (hook.phase == HookPhase::Failed)
        return fail(now);
    go(which == 0 ? Stage::Apply : Stage::Finish, now + kTick);
}

void ApplicationController::applyWave(Ms now)
{
    if (isSelected(0) && m_refusals < commit(m_revision).refusals) {
        ++m_refusals;
        report(0, ResultStatus::SyncFailed, HookPhase::None);
        return fail(now);
    }
    int next = kMostWorkloads;
    for (int i = 0; i < m_setup.workloads; ++i) {
        const int wave = m_setup.wave[static_cast<std::size_t>(i)];
        if (wave > m_wave)
            next = std::min(next, wave);
        if (wave != m_wave || !isSelected(i))
            continue;
        applyOne(i, now);
        if (m_random.chance(50))
            report(i, ResultStatus::Synced, HookPhase::Running);
    }
    // With one wave and without hooks, the sync ends as soon as everything is applied, regardless of health.
    if (next < kMostWorkloads || runsPreSync() || runsPostSync())
        return go(Stage::Healthy, now + kTick);
    go(Stage::Finish, now + m_random.time(0, 600));
}

void ApplicationController::waitForHealth(Ms now)
{
    bool more = false;
    for (int i = 0; i < m_setup.workloads; ++i) {
        const auto at = static_cast<std::size_t>(i);
        more = more || m_setup.wave[at] > m_wave;
        if (m_setup.wave[at] != m_wave || !isSelected(i) || commit(m_revision).manifests[at].removed)
            continue;
        const auto &workload = m_state.cluster.workloads[at];
        const auto state = workload.collected || !m_controllers.hasHealth(i) ? State::Healthy : workload.state;
        if (state == State::Degraded) {
            for (int applied = 0; applied < m_setup.workloads; ++applied) {
                if (m_setup.wave[static_cast<std::size_t>(applied)] <= m_wave && isSelected(applied))
                    report(applied, ResultStatus::Synced, HookPhase::Running);
            }
            return fail(now);
        }
        if (state != State::Healthy) {
            m_state.status.operation.waitsFor = i;
            return go(Stage::Healthy, now + kTick);
        }
        report(i, ResultStatus::Synced, HookPhase::Succeeded);
    }
    if (!more)
        return go(runsPostSync() ? Stage::PostHook : Stage::Finish, now + kTick);
    ++m_wave;
    m_state.status.operation.waitsFor = -1;
    go(Stage::Apply, now + m_random.time(kTick, 2'000));
}

void ApplicationController::fail(Ms now)
{
    auto &operation = m_state.status.operation;
    operation.waitsFor = -1;
    if (operation.retries >= m_setup.retryLimit)
        return finish(m_random.chance(80) ? Phase::Failed : Phase::Error, now);
    operation.finishedAt = wholeSeconds(now); // still Running, until the next attempt
    ++operation.retries;
    go(Stage::Retry, now + m_random.time(800, 4'000));
}

void ApplicationController::finish(Phase phase, Ms now)
{
    auto &status = m_state.status;
    for (int i = 0; i < m_setup.workloads && phase == Phase::Succeeded; ++i) {
        if (isSelected(i))
            report(i, ResultStatus::Synced, HookPhase::Running);
    }
    status.operation.phase = phase;
    status.operation.waitsFor = -1;
    status.operation.finishedAt = wholeSeconds(now);
    status.pending = false;
    go(Stage::None, kNever);
    m_pollAt = now + m_random.time(0, 1'400);
    if (m_setup.resyncs && !m_resynced && phase == Phase::Succeeded && m_revision == m_compared && m_revision > 0) {
        m_resynced = true;
        requestSync(m_revision, m_selected, true, now + kTick);
    }
}

} // namespace lynceus::simulation
