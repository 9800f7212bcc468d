#include "core/domain/follow/followplan.h"

#include "core/domain/rollout/expectation/imagematcher.h"
#include "core/domain/watch/watchrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kShortCommit = 7; // digits, as printed by git

std::optional<ImageReference> referenceOf(const QString &repository, const QString &version)
{
    const bool isDigest = version.startsWith("sha256:"_L1);
    const auto parsed = parseImageReference(repository + (isDigest ? u'@' : u':') + version);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<WatchRequest> byImages(const Deployment &deployment)
{
    WatchRequest request;
    for (const auto &change : deployment.images) {
        if (change.isHook || change.isOfPods)
            continue; // it runs before or after the version, or the cluster may have added it
        for (const auto &version : change.to) {
            if (const auto image = referenceOf(change.repository, version))
                request.images.push_back(*image);
        }
    }
    const bool isPossible = !request.images.empty() && request.images.size() <= ImageMatcher::kMostImages;
    return isPossible ? std::optional(std::move(request)) : std::nullopt;
}

std::optional<WatchRequest> byRevision(const Deployment &deployment)
{
    WatchRequest request;
    if (const auto commit = changedCommit(deployment); !commit.isEmpty())
        request.version = {ExpectedVersion::Kind::Revision, commit};
    else if (!deployment.chartTo.isEmpty())
        request.version = {ExpectedVersion::Kind::ChartVersion, deployment.chartTo};
    return isValid(request.version) && !request.version.isImages() ? std::optional(std::move(request)) : std::nullopt;
}

/// What deployments of one release share.
QStringList marksOf(const Deployment &deployment)
{
    QStringList marks;
    if (const auto commit = changedCommit(deployment); !commit.isEmpty())
        marks += commit;
    for (const auto &change : deployment.images) {
        for (const auto &version : change.to)
            marks += change.repository + u':' + version;
    }
    if (!deployment.chartTo.isEmpty())
        marks += u"chart "_s + deployment.chartTo;
    return marks;
}

QString versionName(const Deployment &deployment)
{
    const auto isOfVersion = [](const ImageChange &change) { return !change.isHook && !change.to.isEmpty(); };
    const auto image = std::ranges::find_if(deployment.images, isOfVersion);
    if (image != deployment.images.end())
        return image->repository.section(u'/', -1) + u' ' + versionText(image->to, true);
    if (const auto commit = changedCommit(deployment); !commit.isEmpty())
        return commit.left(kShortCommit);
    return deployment.chartTo;
}

} // namespace

std::optional<WatchRequest> watchRequestFor(const Deployment &deployment, bool isByImages)
{
    // After a rollback, git has another version, and the commit counts as replaced.
    const bool isRollback = deployment.kind == Deployment::Kind::Rollback;
    auto request = isByImages ? byImages(deployment) : isRollback ? std::nullopt : byRevision(deployment);
    if (request) {
        request->application = deployment.application;
        request->project = deployment.project;
        request->refresh = false; // not needed: Argo CD is syncing it
    }
    return request;
}

std::optional<WatchRequest> FollowPlan::take(const Deployment &deployment, const FollowRule *rule, Instant now)
{
    forget(now);
    const auto id = deploymentId(deployment);
    const bool isOpen = !deployment.isOver() && deployment.proof == Deployment::Proof::Observed
        && deployment.rule.isEmpty() && !m_decided.contains(id);
    if (!rule || !isOpen) {
        stopAwaiting(id);
        return std::nullopt;
    }
    const auto awaited = m_awaited.constFind(id);
    const auto since = awaited == m_awaited.cend() ? now : awaited->since;
    // During the sync, each wave may add images.
    if (auto request = deployment.isSynced ? watchRequestFor(deployment, true) : std::nullopt) {
        stopAwaiting(id);
        return decide(deployment, *rule, *std::move(request), now);
    }
    await(id, {deployment, *rule, since});
    return std::nullopt;
}

void FollowPlan::await(const QString &id, Awaited awaited)
{
    m_awaitedSince.emplace(awaited.since, id);
    m_awaited.insert(id, std::move(awaited));
}

void FollowPlan::stopAwaiting(const QString &id)
{
    if (const auto known = m_awaited.constFind(id); known != m_awaited.cend()) {
        m_awaitedSince.erase({known->since, id});
        m_awaited.erase(known);
    }
}

void FollowPlan::remember(const QString &id, Instant now)
{
    if (const auto known = m_decided.constFind(id); known != m_decided.cend())
        m_decidedAt.erase({*known, id});
    m_decided.insert(id, now);
    m_decidedAt.emplace(now, id);
}

std::vector<std::pair<Deployment, WatchRequest>> FollowPlan::due(Instant now)
{
    std::vector<std::pair<Deployment, WatchRequest>> requests;
    while (!m_awaitedSince.empty() && now - m_awaitedSince.begin()->first >= kImagesAwaited) {
        const auto awaited = m_awaited.take(m_awaitedSince.begin()->second);
        m_awaitedSince.erase(m_awaitedSince.begin());
        if (auto request = watchRequestFor(awaited.deployment, false))
            requests.emplace_back(awaited.deployment,
                                  decide(awaited.deployment, awaited.rule, *std::move(request), now));
    }
    return requests;
}

std::optional<Instant> FollowPlan::wakeAt() const
{
    return m_awaitedSince.empty() ? std::nullopt : std::optional(m_awaitedSince.begin()->first + kImagesAwaited);
}

void FollowPlan::reject(const Deployment &deployment)
{
    const auto id = deploymentId(deployment);
    if (const auto known = m_decided.constFind(id); known != m_decided.cend()) {
        m_decidedAt.erase({*known, id});
        m_decided.erase(known);
    }
}

WatchRequest FollowPlan::decide(const Deployment &deployment, const FollowRule &rule, WatchRequest request, Instant now)
{
    remember(deploymentId(deployment), now);
    request.timeout = rule.deadline;
    request.bake = rule.bake;
    request.who = followerName(rule.name);
    request.release = releaseOf(deployment, rule, now);
    return request;
}

QString FollowPlan::releaseOf(const Deployment &deployment, const FollowRule &rule, Instant now)
{
    const auto marks = marksOf(deployment);
    for (auto &release : m_releases) {
        const bool isIts = release.rule == rule.name && now - release.since < kTogether
            && std::ranges::any_of(marks, [&](const QString &mark) { return release.marks.contains(mark); });
        if (!isIts)
            continue;
        for (const auto &mark : marks) {
            if (!release.marks.contains(mark))
                release.marks += mark;
        }
        return release.name;
    }
    auto name = rule.name + u": "_s + versionName(deployment);
    const auto isTaken = [&](const QString &wanted) {
        return (m_isTaken && m_isTaken(wanted))
            || std::ranges::any_of(m_releases, [&](const Release &release) { return release.name == wanted; });
    };
    const auto first = name;
    for (int number = 2; isTaken(name); ++number)
        name = u"%1 (%2)"_s.arg(first).arg(number);
    m_releases.push_back({rule.name, marks, name, now});
    return name;
}

void FollowPlan::forget(Instant now)
{
    const auto isOld = [now](const Queue &queue) {
        return !queue.empty() && now - queue.begin()->first > kLongestHeld;
    };
    while (isOld(m_decidedAt))
        m_decided.remove(m_decidedAt.extract(m_decidedAt.begin()).value().second);
    while (isOld(m_awaitedSince))
        m_awaited.remove(m_awaitedSince.extract(m_awaitedSince.begin()).value().second);
    std::erase_if(m_releases, [&](const Release &release) { return now - release.since > kLongestHeld; });
}

} // namespace lynceus
