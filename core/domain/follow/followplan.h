#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/follow/followrule.h"
#include "core/domain/watch/watchrecord.h"

#include <QHash>

#include <functional>
#include <set>

namespace lynceus {

/// Decides which deployments get a watch by a follow rule, what it expects, and to which release it belongs. Each
/// deployment gets one watch at most. No clock: times come from the caller and are ours.
///
/// A watch expects the images of the deployment, which are known when its sync is over. Where no image changed, or the
/// sync is not over kImagesAwaited after the deployment was noticed, it expects the commit or the chart's version,
/// except of a rollback. Changed settings of the source at the same revision without another image cannot be expected:
/// that deployment stays observed.
class FollowPlan final
{
public:
    static constexpr Duration kImagesAwaited{10'000};
    static constexpr Duration kTogether = std::chrono::minutes(10); ///< since the first deployment of a release
    static constexpr Duration kLongestHeld = std::chrono::hours(1); ///< of what was decided or awaited

    /// @p isTaken: whether a release has that name already.
    explicit FollowPlan(std::function<bool(const QString &)> isTaken = {})
        : m_isTaken(std::move(isTaken))
    { }

    /// The watch that a deployment in the state @p deployment gets now, if it gets one. @p rule: the one that matches
    /// its application; null: none. Reconstructed ones, and those that have a rule or a verdict, get none.
    [[nodiscard]] std::optional<WatchRequest> take(const Deployment &deployment, const FollowRule *rule, Instant now);
    /// The watches of those whose images were awaited long enough.
    [[nodiscard]] std::vector<std::pair<Deployment, WatchRequest>> due(Instant now);
    /// When due() may give one; nothing: not by time alone.
    [[nodiscard]] std::optional<Instant> wakeAt() const;
    /// A watch of a deployment was not registered after all: it may be followed again.
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

    /// By when, so that the oldest are found without a look at the others: thousands of deployments begin at once.
    using Queue = std::set<std::pair<Instant, QString>>;

    std::function<bool(const QString &)> m_isTaken;
    QHash<QString, Awaited> m_awaited; ///< by deploymentId()
    Queue m_awaitedSince;              ///< of these
    QHash<QString, Instant> m_decided; ///< by deploymentId(), when
    Queue m_decidedAt;                 ///< of these
    std::vector<Release> m_releases;
};

/// What a watch expects to judge @p deployment: images if @p byImages, else its commit or its chart's version.
/// Nothing: that cannot be expected.
[[nodiscard]] std::optional<WatchRequest> watchRequestFor(const Deployment &deployment, bool byImages);

} // namespace lynceus
