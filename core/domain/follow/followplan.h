#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/follow/followrule.h"
#include "core/domain/watch/watchrecord.h"

#include <QHash>

#include <functional>
#include <set>

namespace lynceus {

/// Decides which deployments get a watch by a follow rule, with expectation and release. Each deployment gets at most
/// one watch. The caller passes times by our clock.
///
/// A watch expects the images of the deployment, which are known when its sync has ended. If no image changed, or the
/// sync has not ended kImagesAwaited after the deployment was noticed, it expects the commit or the chart version,
/// except for rollbacks. Changed source settings with the same revision and images cannot be expected; such deployments
/// are only observed.
class FollowPlan final
{
public:
    static constexpr Duration kImagesAwaited{10'000};
    static constexpr Duration kTogether = std::chrono::minutes(10); ///< after the first deployment of a release
    static constexpr Duration kLongestHeld = std::chrono::hours(1); ///< for decided and waiting deployments

    /// @p isTaken: whether a release with the name exists.
    explicit FollowPlan(std::function<bool(const QString &)> isTaken = {})
        : m_isTaken(std::move(isTaken))
    { }

    /// The watch for a deployment in this state, if it gets one now. @p rule: the matching rule; null if none.
    /// Reconstructed deployments, and those that have a rule or a verdict, get none.
    [[nodiscard]] std::optional<WatchRequest> take(const Deployment &deployment, const FollowRule *rule, Instant now);
    /// Watches for deployments whose images were awaited long enough.
    [[nodiscard]] std::vector<std::pair<Deployment, WatchRequest>> due(Instant now);
    /// When due() may return a watch; empty if time alone changes nothing.
    [[nodiscard]] std::optional<Instant> wakeAt() const;
    /// The watch was not registered: the deployment may get one again.
    void reject(const Deployment &deployment);

private:
    struct Awaited
    {
        Deployment deployment;
        FollowRule rule;
        Instant since{};
    };
    struct Release
    {
        QString rule;
        QStringList marks; ///< commits, and images as "REPOSITORY:VERSION"
        QString name;
        Instant since{};
    };

    [[nodiscard]] WatchRequest decide(const Deployment &deployment, const FollowRule &rule, WatchRequest request,
                                      Instant now);
    [[nodiscard]] QString releaseOf(const Deployment &deployment, const FollowRule &rule, Instant now);
    void forget(Instant now);
    void await(const QString &id, Awaited awaited);
    void stopAwaiting(const QString &id);
    void remember(const QString &id, Instant now);

    /// Sorted by time, to find the oldest quickly: thousands of deployments may start at once.
    using Queue = std::set<std::pair<Instant, QString>>;

    std::function<bool(const QString &)> m_isTaken;
    QHash<QString, Awaited> m_awaited; ///< by deploymentId()
    Queue m_awaitedSince;              ///< of m_awaited
    QHash<QString, Instant> m_decided; ///< time by deploymentId()
    Queue m_decidedAt;                 ///< of m_decided
    std::vector<Release> m_releases;
};

/// Request for a watch that judges @p deployment: by images if @p byImages, otherwise by commit or chart version. Empty
/// if that cannot be expected.
[[nodiscard]] std::optional<WatchRequest> watchRequestFor(const Deployment &deployment, bool byImages);

} // namespace lynceus
