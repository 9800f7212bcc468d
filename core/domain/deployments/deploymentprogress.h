#pragma once

#include "core/domain/deployments/deploymentrules.h"
#include "core/domain/model/application.h"

namespace lynceus {

/// Determines the outcome of a deployment without a watch from the application object alone.
///
/// Deployed: its operation succeeded, the application is Synced (not possible after a rollback) and Healthy, and its
/// pods have the new images and none of the old ones, for kSteady without interruption. This proves less than a watch:
/// the application's health does not cover single pods, and a pod of another workload may run the image.
class DeploymentProgress final
{
public:
    static constexpr Duration kSteady{15'000};   ///< Healthy may alternate while containers crash and restart
    static constexpr Duration kDegraded{30'000}; ///< Degraded may heal, for example when a tag is pushed late
    static constexpr Duration kUnproven{60'000}; ///< Healthy, without data that could show the version
    /// After its start, as for a watch; the last kUnproven while followed.
    static constexpr Duration kPatience{15 * 60'000};

    /// @p before: before its operation; empty if no longer known, then the recorded changes stay.
    DeploymentProgress(Deployment deployment, std::optional<ApplicationBefore> before);

    [[nodiscard]] const Deployment &deployment() const { return m_deployment; }
    [[nodiscard]] Deployment &deployment() { return m_deployment; }

    /// Takes the current data of the application; @p now: server's clock. An ended deployment does not change.
    void take(const DeploymentMarks &marks, Instant now);
    /// Restores what was known before its operation in an earlier run.
    void continueFrom(const ApplicationBefore &before);
    /// The history shows that its sync succeeded.
    void takeSuccess() { m_hasApplied = true; }
    /// Nothing new until @p now, although every change would have been reported.
    void wait(Instant now);
    /// Changes may have been missed: durations start over.
    void loseSight();
    /// Changes may have been missed for a short time: durations continue if the next data shows the same state, and
    /// nothing is concluded before it arrives.
    void interrupt() { m_isInterrupted = true; }
    [[nodiscard]] bool isSeen() const { return m_since && !m_isInterrupted; }
    /// Whether @p application shows another state than the last data.
    [[nodiscard]] bool isNews(const Application &application) const;
    /// A newer deployment started at @p at.
    void supersede(Instant at);
    /// The application was deleted.
    void remove(Instant at);

private:
    enum class State {
        Moving,
        Steady,
        Degraded,
        WithoutPods,
        Unproven, ///< neither result nor pods show a changed image: before 3.1, results have no images
    };
    [[nodiscard]] State stateOf(const DeploymentMarks &marks) const;
    [[nodiscard]] bool hasImages(const DeploymentMarks &marks) const;
    void takeOperation(const OperationMark &operation, Instant now);
    void end(Deployment::Outcome outcome, Instant at, const QString &cause, const QString &message = {});
    void giveUp(Instant now);

    Deployment m_deployment;
    std::optional<ApplicationBefore> m_before;
    State m_state = State::Moving;
    std::optional<Instant> m_since;      ///< start of the state
    std::optional<Instant> m_sightSince; ///< followed without interruption since then
    bool m_hasApplied = false;           ///< its operation succeeded
    bool m_isInterrupted = false;
    HealthStatus m_health = HealthStatus::None;
    SyncStatus m_sync = SyncStatus::Unknown;
    QStringList m_images;
    std::optional<OperationPhase> m_phase; ///< of its own operation
};

} // namespace lynceus
