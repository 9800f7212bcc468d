#include "core/domain/deployments/deploymenttracker.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

std::optional<Instant> startOf(const DeploymentMarks &marks)
{
    return marks.operation ? marks.operation->startedAt : std::nullopt;
}

void update(ApplicationBefore &state, const Application &application)
{
    state.images = application.summaryImages;
    state.health = application.health.status;
    const auto &operation = application.operationState;
    if (application.sync == SyncStatus::Synced && !application.revisions.isEmpty()) {
        state.settled = {application.revisions, {}};
        state.isDrifted = false;
    } else if (application.sync == SyncStatus::OutOfSync && operation && operation->phase == OperationPhase::Succeeded
               && !application.revisions.isEmpty() && operation->resultRevisions == application.revisions) {
        state.isDrifted = true; // or settings of its sources changed, which lists do not contain
    }
}

void update(ApplicationBefore &state, const DeploymentMarks &marks)
{
    state.images = marks.images;
    state.health = marks.health;
    const AppliedVersion compared{marks.revisions, marks.compared};
    if (marks.sync == SyncStatus::Synced && !marks.revisions.isEmpty()) {
        state.settled = compared;
        state.isDrifted = false;
    } else if (marks.sync == SyncStatus::OutOfSync && !marks.history.empty()
               && marks.history.back().version.revisions == marks.revisions) {
        state.isDrifted = isSameVersion(marks.history.back().version, compared);
    }
    if (!saysImages(marks) || marks.operation->isPartial || marks.operation->dryRun)
        return;
    QStringList images;
    for (const auto &resource : marks.operation->resources) {
        if (!resource.isPruned)
            images += resource.images;
    }
    if (marks.operation->phase == OperationPhase::Succeeded) {
        state.desired = images;
        state.attempted.clear();
        return;
    }
    // What a failed sync should apply is not applied: the retry still changes it.
    state.attempted += images;
    state.attempted.removeDuplicates();
}

/// A history entry's start, which identifies its deployment.
Instant startOf(const HistoryMark &entry)
{
    return entry.startedAt.value_or(entry.deployedAt.value_or(Instant()));
}

/// What started later is new, for an application that was seen without an operation. Either it had none, or it was seen
/// while a sync was requested, when Argo CD hides the previous operation. Then everything deployed up to its Synced
/// version is known; if that cannot be determined, everything but the newest operation.
Instant hiddenSince(const ApplicationBefore &before, const DeploymentMarks &marks)
{
    const bool hadNone = !before.settled && before.images.isEmpty()
        && (before.health == HealthStatus::None || before.health == HealthStatus::Missing);
    if (hadNone)
        return {};
    const auto newest = startOf(marks).value_or(Instant::max());
    auto since = Instant();
    for (auto entry = marks.history.rbegin(); entry != marks.history.rend() && since == Instant(); ++entry) {
        if (startOf(*entry) < newest && (!before.settled || isSameVersion(entry->version, *before.settled)))
            since = startOf(*entry);
    }
    return since != Instant() || !before.settled ? since
                                                 : hiddenSince({{}, before.images, {}, HealthStatus::Unknown}, marks);
}

/// Whether the application was deleted and created again.
bool isAnother(const QString &uid, const QString &known)
{
    return !uid.isEmpty() && !known.isEmpty() && uid != known;
}

} // namespace

ApplicationBefore DeploymentTracker::State::value() const
{
    ApplicationBefore value;
    if (const auto *own = std::get_if<std::shared_ptr<const ApplicationBefore>>(&m_source))
        value = **own;
    else if (const auto &application = std::get<std::shared_ptr<const Application>>(m_source))
        update(value, *application);
    return value;
}

void DeploymentTracker::State::learn(const std::shared_ptr<const Application> &application)
{
    auto next = value();
    update(next, *application);
    ApplicationBefore alone;
    update(alone, *application);
    if (next == alone)
        m_source = application;
    else
        keep(std::move(next));
}

void DeploymentTracker::State::learn(const DeploymentMarks &marks)
{
    auto next = value();
    update(next, marks);
    keep(std::move(next));
}

void DeploymentTracker::State::forgetDesired()
{
    auto next = value();
    next.desired.clear();
    keep(std::move(next));
}

void DeploymentTracker::State::keep(ApplicationBefore value)
{
    m_source = std::make_shared<const ApplicationBefore>(std::move(value));
}

void DeploymentTracker::remember(const ApplicationEntry &entry)
{
    if (m_known.contains(entry.key))
        return;
    Known known;
    const auto &application = *entry.application;
    known.uid = application.uid;
    if (application.operationState)
        known.operation = application.operationState->startedAt;
    known.now.learn(entry.application);
    m_known.insert(entry.key, known);
}

void DeploymentTracker::restore(const Deployment &deployment)
{
    m_open.insert(deployment.application, DeploymentProgress(deployment, std::nullopt));
}

bool DeploymentTracker::isToBeRead(const ApplicationEntry &entry)
{
    const auto found = m_known.find(entry.key);
    if (found == m_known.end()) {
        remember(entry);
        return m_open.contains(entry.key);
    }
    if (isAnother(entry.application->uid, found->uid)) {
        if (const auto open = m_open.find(entry.key); open != m_open.end()) {
            open->interrupt();
            return true; // catchUp() ends the deployment
        }
        m_known.erase(found);
        remember(entry);
        return false;
    }
    if (found->uid.isEmpty())
        found->uid = entry.application->uid;
    const auto &operation = entry.application->operationState;
    if (operation && operation->startedAt) {
        if (!found->operation || *operation->startedAt > *found->operation)
            return true;
        // It was undecided while it ran; when polling, nothing else reads it again.
        if (!found->isDecided() && operation->startedAt == found->operation
            && operation->phase != OperationPhase::Running)
            return true;
    }
    // Servers drop events of slow subscribers; only the list shows these changes.
    if (const auto open = m_open.constFind(entry.key); open != m_open.constEnd() && open->isNews(*entry.application))
        return true;
    found->now.learn(entry.application);
    return false;
}

std::shared_ptr<const Application> DeploymentTracker::beforeUnread(const ApplicationEntry &entry) const
{
    const auto known = m_known.constFind(entry.key);
    const auto &operation = entry.application->operationState;
    if (known == m_known.constEnd() || isAnother(entry.application->uid, known->uid) || !operation
        || !operation->startedAt || (known->operation && *operation->startedAt <= *known->operation))
        return nullptr;
    const auto state = known->now.value();
    auto before = *entry.application;
    before.operationState.reset();
    before.summaryImages = state.images;
    before.health.status = state.health;
    before.sync = state.settled && !state.isDrifted ? SyncStatus::Synced : SyncStatus::OutOfSync;
    if (state.settled)
        before.revisions = state.settled->revisions;
    if (known->operation) {
        OperationState last;
        last.phase = OperationPhase::Succeeded;
        last.startedAt = known->operation;
        if (state.isDrifted)
            last.resultRevisions = before.revisions;
        before.operationState = last;
    }
    return std::make_shared<const Application>(std::move(before));
}

std::vector<Deployment> DeploymentTracker::take(const ApplicationKey &key, const DeploymentMarks &marks, Instant now)
{
    return takeMarks(key, marks, now, Deployment::Proof::Observed);
}

std::vector<Deployment> DeploymentTracker::takeMarks(const ApplicationKey &key, const DeploymentMarks &marks,
                                                     Instant now, Deployment::Proof proof)
{
    std::vector<Deployment> changed;
    if (isAnother(marks.uid, m_known.value(key).uid))
        changed = remove(key, now);
    const auto start = startOf(marks);
    const bool isFirst = !m_known.contains(key);
    auto &known = m_known[key];
    if (!marks.uid.isEmpty())
        known.uid = marks.uid;
    if (isFirst) {
        known.operation = start;
    } else if (start && known.operation && *start < *known.operation) {
        return changed; // arrived late
    } else if (start && start != known.operation) {
        known.operation = start;
        known.before = std::make_shared<const ApplicationBefore>(known.now.value());
    }
    if (start && !known.isDecided()) {
        const auto before = known.before;
        const auto decision = decideDeployment(*before, marks);
        if (decision != DeploymentDecision::NotDecided)
            known.before.reset();
        if (decision == DeploymentDecision::IsDeployment)
            begin(key, marks, *before, now, proof, changed);
    }
    known.now.learn(marks);
    if (const auto open = m_open.find(key); open != m_open.end()) {
        auto before = open->deployment();
        open->take(marks, now);
        if (before.proof != Deployment::Proof::Observed)
            before.isSynced = open->deployment().isSynced; // only new for follow rules, which ignore it
        if (changed.empty() || changed.back().startedAt != before.startedAt) {
            if (open->deployment() != before)
                changed.push_back(open->deployment());
        } else {
            changed.back() = open->deployment();
        }
        if (open->deployment().isOver())
            m_open.erase(open);
    }
    return changed;
}

void DeploymentTracker::begin(const ApplicationKey &key, const DeploymentMarks &marks, const ApplicationBefore &before,
                              Instant now, Deployment::Proof proof, std::vector<Deployment> &changed)
{
    const auto start = startOf(marks).value_or(now);
    if (const auto open = m_open.find(key); open != m_open.end()) {
        if (open->deployment().startedAt == start)
            return open->continueFrom(before);
        open->supersede(start);
        changed.push_back(open->deployment());
        m_open.erase(open);
    }
    Deployment deployment;
    deployment.application = key;
    deployment.project = marks.project;
    deployment.proof = proof;
    deployment.startedAt = start;
    describe(deployment, before, marks);
    changed.push_back(deployment);
    m_open.insert(key, DeploymentProgress(std::move(deployment), before));
}

std::vector<Deployment> DeploymentTracker::catchUp(const ApplicationKey &key, const DeploymentMarks &marks, Instant now)
{
    const auto known = m_known.constFind(key);
    if (known == m_known.constEnd() || isAnother(marks.uid, known->uid))
        return takeMarks(key, marks, now, Deployment::Proof::Reconstructed);
    const auto before = known->now.value();
    const auto open = m_open.find(key);
    auto since = known->operation ? *known->operation : hiddenSince(before, marks);
    if (open != m_open.end())
        since = std::max(since, open->deployment().startedAt); // of an earlier run that ended unexpectedly
    std::vector<Deployment> changed;
    for (std::size_t i = 0; i < marks.history.size(); ++i) {
        const auto &entry = marks.history[i];
        const auto start = startOf(entry);
        if (open != m_open.end() && open->deployment().startedAt == start)
            open->takeSuccess();
        const auto previous = i > 0 ? std::optional(marks.history[i - 1].version) : std::nullopt;
        const bool isNew = start > since && (i > 0 || !known->operation);
        // The Synced version stays known until another version is deployed; after that it is a change again.
        const bool isAsSeen = changed.empty() && wasInSync(before, previous, entry.version);
        if (!isNew || (previous && isSameVersion(*previous, entry.version)) || isAsSeen)
            continue;
        Deployment deployment;
        deployment.application = key;
        deployment.project = marks.project;
        deployment.proof = Deployment::Proof::Reconstructed;
        deployment.startedAt = start;
        describe(deployment, marks.history, i);
        changed.push_back(std::move(deployment));
    }
    closeMissed(key, marks, before, changed);
    // The newest operation repeats the last missed one: what was desired before that does not matter for it.
    if (!changed.empty() && changed.back().startedAt != startOf(marks)
        && changed.back().revisionsTo == versionOfOperation(marks).revisions)
        m_known[key].now.forgetDesired();
    for (auto &later : takeMarks(key, marks, now, Deployment::Proof::Reconstructed))
        changed.push_back(std::move(later));
    return changed;
}

/// Each missed deployment but the last was followed by another; whether the last still runs must be observed.
void DeploymentTracker::closeMissed(const ApplicationKey &key, const DeploymentMarks &marks,
                                    const ApplicationBefore &before, std::vector<Deployment> &missed)
{
    if (missed.empty())
        return;
    std::vector<Deployment> superseded;
    if (const auto open = m_open.find(key); open != m_open.end()) {
        open->supersede(missed.front().startedAt);
        superseded.push_back(open->deployment());
        m_open.erase(open);
    }
    for (std::size_t i = 0; i + 1 < missed.size(); ++i) {
        DeploymentProgress progress(std::move(missed[i]), std::nullopt);
        progress.supersede(missed[i + 1].startedAt);
        superseded.push_back(progress.deployment());
    }
    auto last = std::move(missed.back());
    const bool isNewest = last.startedAt == startOf(marks);
    if (isNewest) {
        describe(last, before, marks);
    } else if (versionOfOperation(marks).revisions == last.revisionsTo) { // it was synced again
        last.images = imageChanges(before, marks);
        if (!last.images.empty() && last.kind == Deployment::Kind::Unknown)
            last.kind = Deployment::Kind::Image;
    }
    superseded.push_back(last);
    DeploymentProgress progress(std::move(last), isNewest ? std::optional(before) : std::nullopt);
    progress.takeSuccess();
    m_open.insert(key, progress);
    missed = std::move(superseded);
}

std::vector<Deployment> DeploymentTracker::remove(const ApplicationKey &key, Instant now)
{
    m_known.remove(key);
    const auto open = m_open.find(key);
    if (open == m_open.end())
        return {};
    open->remove(now);
    std::vector<Deployment> changed{open->deployment()};
    m_open.erase(open);
    return changed;
}

std::vector<Deployment> DeploymentTracker::wait(const QString &instance, Instant now)
{
    std::vector<Deployment> changed;
    for (auto open = m_open.begin(); open != m_open.end();) {
        if (open.key().instance == instance)
            open->wait(now);
        if (open->deployment().isOver()) {
            changed.push_back(open->deployment());
            open = m_open.erase(open);
        } else {
            ++open;
        }
    }
    return changed;
}

void DeploymentTracker::interrupt(const QString &instance)
{
    for (auto open = m_open.begin(); open != m_open.end(); ++open) {
        if (open.key().instance == instance)
            open->interrupt();
    }
}

void DeploymentTracker::interrupt(const ApplicationKey &key)
{
    if (const auto open = m_open.find(key); open != m_open.end())
        open->interrupt();
}

void DeploymentTracker::loseSight(const QString &instance)
{
    for (auto open = m_open.begin(); open != m_open.end(); ++open) {
        if (open.key().instance == instance)
            open->loseSight();
    }
}

void DeploymentTracker::loseSight()
{
    for (auto &open : m_open)
        open.loseSight();
}

std::vector<Deployment> DeploymentTracker::forget(const QString &instance, Instant now)
{
    m_known.removeIf([&](const auto &entry) { return entry.key().instance == instance; });
    std::vector<Deployment> changed;
    for (const auto &[key, isSeen] : openKeys()) {
        if (key.instance != instance)
            continue;
        for (auto &ended : remove(key, now))
            changed.push_back(std::move(ended));
    }
    return changed;
}

void DeploymentTracker::close(const ApplicationKey &key, Instant startedAt)
{
    if (const auto open = m_open.constFind(key); open != m_open.constEnd() && open->deployment().startedAt == startedAt)
        m_open.erase(open);
}

std::vector<DeploymentTracker::OpenKey> DeploymentTracker::openKeys() const
{
    std::vector<OpenKey> keys;
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        keys.push_back({open.key(), open->isSeen()});
    return keys;
}

std::optional<Deployment> DeploymentTracker::takeManagers(const ApplicationKey &key, const QStringList &managers)
{
    const auto open = m_open.find(key);
    if (open == m_open.end())
        return std::nullopt;
    const auto before = open->deployment();
    lynceus::takeManagers(open->deployment(), managers);
    return open->deployment() == before ? std::nullopt : std::optional(open->deployment());
}

std::optional<Deployment> DeploymentTracker::takeCommit(const ApplicationKey &key, const QString &revision,
                                                        const RevisionMetadata &commit)
{
    const auto open = m_open.find(key);
    if (open == m_open.end() || !open->deployment().revisionsTo.contains(revision))
        return std::nullopt;
    lynceus::takeCommit(open->deployment(), commit);
    return open->deployment();
}

std::optional<Deployment> DeploymentTracker::takeRule(const ApplicationKey &key, Instant startedAt, const QString &rule)
{
    const auto open = m_open.find(key);
    if (open == m_open.end() || open->deployment().startedAt != startedAt)
        return std::nullopt;
    open->deployment().rule = rule;
    return open->deployment();
}

const Deployment *DeploymentTracker::open(const ApplicationKey &key) const
{
    const auto open = m_open.constFind(key);
    return open == m_open.constEnd() ? nullptr : &open->deployment();
}

} // namespace lynceus
