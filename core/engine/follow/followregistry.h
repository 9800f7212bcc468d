#pragma once

#include "core/domain/follow/followplan.h"
#include "core/io/clock.h"
#include "core/io/store/deployments/followstore.h"

#include <QObject>
#include <QTimer>

namespace lynceus {

/// The follow rules of the user; decides which deployments get a watch. Lives in the engine's thread.
class FollowRegistry final : public QObject
{
    Q_OBJECT
public:
    /// @p isRelease: whether the board has watches of the named release.
    FollowRegistry(std::function<bool(const QString &)> isRelease, const Clock &clock, QObject *parent = nullptr);
    ~FollowRegistry() override;

    /// Reads the rules of @p store and stores changes there from now on; null: rules are lost on exit.
    [[nodiscard]] Result<void> setStore(std::unique_ptr<FollowStore> store);

    /// In order of creation.
    [[nodiscard]] const std::vector<FollowRule> &rules() const { return m_rules; }
    /// Adds the rule, or replaces the rule with the same name and keeps its creation time. BadInput: rejected by
    /// checkRule(), or the store cannot be written; nothing was changed then.
    [[nodiscard]] Result<void> save(FollowRule rule);
    /// Its watches continue. NotFound: there is no rule with this name.
    [[nodiscard]] Result<void> remove(const QString &name);

    /// Call for each new or changed deployment. @p application: null if unknown. @p instanceName: display name.
    void takeDeployment(const Deployment &deployment, const Application *application, const QString &instanceName);
    /// Call if the watch could not be registered.
    void reject(const Deployment &deployment) { m_plan.reject(deployment); }

Q_SIGNALS:
    void rulesChanged(const std::vector<lynceus::FollowRule> &rules);
    /// Emitted at most once per deployment.
    void watchWanted(const lynceus::Deployment &deployment, const lynceus::WatchRequest &request);

private:
    void setRules(std::vector<FollowRule> rules);
    void wake();
    void schedule();

    const Clock &m_clock;
    std::unique_ptr<FollowStore> m_store;
    std::vector<FollowRule> m_rules;
    FollowMatcher m_matcher;
    FollowPlan m_plan;
    QTimer m_timer;
};

} // namespace lynceus
