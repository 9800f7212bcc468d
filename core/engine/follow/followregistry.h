#pragma once

#include "core/domain/follow/followplan.h"
#include "core/io/clock.h"
#include "core/io/store/deployments/followstore.h"

#include <QObject>
#include <QTimer>

namespace lynceus {

/// The follow rules of this person, and which deployments they give a watch. Lives in the engine's thread.
class FollowRegistry final : public QObject
{
    Q_OBJECT
public:
    /// @p isRelease: whether watches of that release are on the board.
    FollowRegistry(std::function<bool(const QString &)> isRelease, const Clock &clock, QObject *parent = nullptr);
    ~FollowRegistry() override;

    /// Its rules are read, and from now on kept there; null: only while the program runs.
    [[nodiscard]] Result<void> setStore(std::unique_ptr<FollowStore> store);

    /// By creation.
    [[nodiscard]] const std::vector<FollowRule> &rules() const { return m_rules; }
    /// A new one, or another state of the one with its name, which keeps the time of its creation. BadInput:
    /// checkRule(), or the store cannot be written; then nothing has changed.
    [[nodiscard]] Result<void> save(FollowRule rule);
    /// NotFound: there is no such rule. Its watches go on.
    [[nodiscard]] Result<void> remove(const QString &name);

    /// A deployment that is new or changed, and its application (null: not known) with its instance's display name.
    void takeDeployment(const Deployment &deployment, const Application *application, const QString &instanceName);
    /// The watch could not be registered.
    void reject(const Deployment &deployment) { m_plan.reject(deployment); }

Q_SIGNALS:
    void rulesChanged(const std::vector<lynceus::FollowRule> &rules);
    /// At most once for a deployment.
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
