#include "core/domain/deployments/deploymentprogress.h"

#include "core/domain/images/imagereference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Whether one of @p images is that version of the repository.
bool hasVersion(const QStringList &images, const QString &repository, const QString &version)
{
    return std::ranges::any_of(images, [&](const QString &text) {
        const auto image = parseImageReference(text);
        if (!image || repositoryName(*image) != repository)
            return false;
        const auto digest = version.indexOf(u'@');
        const auto &tag = image->tag.isEmpty() && image->digest.isEmpty() ? u"latest"_s : image->tag;
        return version == tag || version == image->digest || version == tag + u'@' + image->digest
            || (digest >= 0 && version.mid(digest + 1) == image->digest);
    });
}

} // namespace

DeploymentProgress::DeploymentProgress(Deployment deployment, std::optional<ApplicationBefore> before)
    : m_deployment(std::move(deployment))
    , m_before(std::move(before))
{ }

void DeploymentProgress::continueFrom(const ApplicationBefore &before)
{
    if (!m_before)
        m_before = before;
}

void DeploymentProgress::take(const DeploymentMarks &marks, Instant now)
{
    if (m_deployment.isOver())
        return;
    const auto &operation = marks.operation;
    const bool isItsOwn = operation && operation->startedAt == m_deployment.startedAt;
    if (isItsOwn && !operation->isSelfHeal) {
        const auto actor = m_deployment.actor; // may be known more precisely than from the application
        if (m_before)
            describe(m_deployment, *m_before, marks);
        if (!actor.name.isEmpty() || actor.kind == Actor::Kind::ImageUpdater)
            m_deployment.actor = actor;
        takeOperation(*operation, now);
    }
    if (m_deployment.isOver())
        return;
    const auto state = stateOf(marks);
    if (state != m_state || !m_since)
        m_since = now;
    if (!m_sightSince)
        m_sightSince = now;
    m_state = state;
    m_isInterrupted = false;
    m_health = marks.health;
    m_sync = marks.sync;
    m_images = marks.images;
    m_phase = isItsOwn ? std::optional(operation->phase) : std::nullopt;
    wait(now);
}

void DeploymentProgress::takeOperation(const OperationMark &operation, Instant now)
{
    if (operation.phase == OperationPhase::Succeeded)
        m_hasApplied = m_deployment.isSynced = true;
    if (operation.phase == OperationPhase::Failed || operation.phase == OperationPhase::Error)
        end(Deployment::Outcome::Failed, operation.finishedAt.value_or(now), kOperationFailed, operation.message);
}

DeploymentProgress::State DeploymentProgress::stateOf(const DeploymentMarks &marks) const
{
    // After a rollback, git has another version, so Argo CD reports OutOfSync.
    const bool isSettled = marks.sync == SyncStatus::Synced || m_deployment.kind == Deployment::Kind::Rollback;
    const bool isWaiting =
        marks.isPending || !m_hasApplied || !marks.operation || marks.operation->phase == OperationPhase::Running;
    const bool wasDegraded = m_before && m_before->health == HealthStatus::Degraded;
    if (marks.health == HealthStatus::Degraded && !wasDegraded && m_hasApplied)
        return State::Degraded;
    if (isWaiting || !isSettled || marks.health != HealthStatus::Healthy)
        return State::Moving;
    if (marks.images.isEmpty() && !m_deployment.images.empty())
        return State::WithoutPods;
    if (m_deployment.images.empty() && !saysImages(marks) && !marks.images.isEmpty())
        return State::Unproven;
    return hasImages(marks) ? State::Steady : State::Moving;
}

bool DeploymentProgress::hasImages(const DeploymentMarks &marks) const
{
    return std::ranges::all_of(m_deployment.images, [&](const ImageChange &change) {
        const auto runs = [&](const QString &version) { return hasVersion(marks.images, change.repository, version); };
        return change.isHook || (std::ranges::all_of(change.to, runs) && std::ranges::none_of(change.from, runs));
    });
}

void DeploymentProgress::wait(Instant now)
{
    if (m_deployment.isOver() || !isSeen())
        return;
    const auto lasted = now - *m_since;
    if (m_state == State::Steady && lasted >= kSteady)
        end(Deployment::Outcome::Deployed, *m_since, {});
    else if (m_state == State::Degraded && lasted >= kDegraded)
        end(Deployment::Outcome::Failed, *m_since, u"degraded"_s);
    else if (m_state == State::WithoutPods && lasted >= kUnproven)
        end(Deployment::Outcome::Unknown, *m_since, u"no-pods"_s);
    else if (m_state == State::Unproven && lasted >= kUnproven)
        end(Deployment::Outcome::Unknown, *m_since, u"images-unproven"_s);
    else if (m_state != State::Steady && m_state != State::Degraded && now - m_deployment.startedAt >= kPatience
             && now - m_sightSince.value_or(now) >= kUnproven) // the first data may show a brief transition
        giveUp(now);
}

void DeploymentProgress::giveUp(Instant now)
{
    // For a deployment found afterwards, it is unknown whether it was healthy in time.
    const bool isFound = m_deployment.proof == Deployment::Proof::Reconstructed;
    const auto late = isFound ? Deployment::Outcome::Unknown : Deployment::Outcome::TimedOut;
    if (!m_hasApplied)
        return end(late, now, u"operation-running"_s);
    if (m_health != HealthStatus::Healthy)
        return end(late, now, u"not-healthy"_s);
    end(Deployment::Outcome::Unknown, now, m_sync == SyncStatus::Synced ? u"images-unproven"_s : u"out-of-sync"_s);
}

bool DeploymentProgress::isNews(const Application &application) const
{
    const auto &operation = application.operationState;
    const bool isItsOwn = operation && operation->startedAt == m_deployment.startedAt;
    return m_since
        && (application.health.status != m_health || application.sync != m_sync || application.summaryImages != m_images
            || (isItsOwn && m_phase && operation->phase != *m_phase));
}

void DeploymentProgress::loseSight()
{
    m_since.reset();
    m_sightSince.reset();
}

void DeploymentProgress::supersede(Instant at)
{
    end(Deployment::Outcome::Superseded, at, u"newer-deployment"_s);
}

void DeploymentProgress::remove(Instant at)
{
    end(Deployment::Outcome::Unknown, at, u"application-gone"_s);
}

void DeploymentProgress::end(Deployment::Outcome outcome, Instant at, const QString &cause, const QString &message)
{
    if (m_deployment.isOver())
        return;
    m_deployment.outcome = outcome;
    m_deployment.endedAt = at;
    m_deployment.cause = cause;
    m_deployment.message = message;
}

} // namespace lynceus
