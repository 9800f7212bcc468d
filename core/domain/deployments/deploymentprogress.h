#pragma once

#include "core/domain/deployments/deploymentrules.h"

namespace lynceus {

/// How a deployment that no watch judges comes to its outcome, from the application object alone.
///
/// Deployed: its operation succeeded, the application is Synced (after a rollback it cannot be) and Healthy, its pods
/// have the new images and none of the old ones, for kSteady without a break. That is less than what a watch proves:
/// the health of an application says nothing of single pods, and a pod of another workload may run the image.
class DeploymentProgress final
{
public:
    static constexpr Duration kSteady{15'000};   ///< Healthy may flap while containers crash and start again
    static constexpr Duration kDegraded{30'000}; ///< Degraded may heal, for instance when a tag is pushed late
    static constexpr Duration kUnproven{60'000}; ///< Healthy, and nothing that could show the version
    static constexpr Duration kPatience{15
                                        * 60'000}; ///< since its start, as a watch waits; the last kUnproven in sight

    /// @p before: of its operation; nothing if that is not known any more, then what changed stays as it is.
    DeploymentProgress(Deployment deployment, std::optional<ApplicationBefore> before);

    [[nodiscard]] const Deployment &deployment() const { return m_deployment; }
    [[nodiscard]] Deployment &deployment() { return m_deployment; }

    /// What the application says now; @p now is the server's time. Of a deployment that is over nothing changes.
    void take(const DeploymentMarks &marks, Instant now);
    /// Of an earlier run: what was known before its operation.
    void continueFrom(const ApplicationBefore &before);
    /// The history says that its sync succeeded.
    void takeSuccess() { m_hasApplied = true; }
    /// Nothing new was said until @p now, and whatever changes would have been said.
    void wait(Instant now);
    /// What happened in the meantime is not known: what must last begins anew.
    void loseSight();
    [[nodiscard]] bool isSeen() const { return m_since.has_value(); }
    /// A newer one began at @p at.
    void supersede(Instant at);
    /// The application is gone.
    void remove(Instant at);

private:
    enum class State {
        Moving,
        Steady,
        Degraded,
        WithoutPods,
        Unproven, ///< neither the result nor the pods show an image that changed: before 3.1, results name no images
    };
    [[nodiscard]] State stateOf(const DeploymentMarks &marks) const;
    [[nodiscard]] bool hasImages(const DeploymentMarks &marks) const;
    void takeOperation(const OperationMark &operation, Instant now);
    void end(Deployment::Outcome outcome, Instant at, const QString &cause, const QString &message = {});
    void giveUp(Instant now);

    Deployment m_deployment;
    std::optional<ApplicationBefore> m_before;
    State m_state = State::Moving;
    std::optional<Instant> m_since;      ///< of the state
    std::optional<Instant> m_sightSince; ///< since when it has been followed without a break
    bool m_hasApplied = false;           ///< its operation succeeded
    bool m_isHealthy = false;
    bool m_isInSync = false;
};

} // namespace lynceus
