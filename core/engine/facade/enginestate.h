#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/follow/followrule.h"
#include "core/domain/watch/watchrecord.h"
#include "core/engine/instances/instancestate.h"
#include "core/engine/teamserver/teamserverstate.h"

#include <QHash>
#include <QMap>

#include <map>
#include <set>

namespace lynceus {

/// Current state of an engine: instances, watches, deployments, follow rules and team servers. Lives in the thread of
/// the engine's user.
///
/// Engine owns it and updates it before it emits a change signal, so slots see the new value, and objects that are
/// created later find everything here. Consumers read it and keep no copies. Tests build one by hand.
class EngineState
{
public:
    /// By id.
    [[nodiscard]] const QMap<QString, InstanceState> &instances() const { return m_instances; }
    /// Null if unknown. Valid until the next change.
    [[nodiscard]] const InstanceState *instance(const QString &id) const;
    /// Display name of an instance or team server. For an unknown id, the id itself: history outlives removed
    /// instances.
    [[nodiscard]] QString instanceName(const QString &id) const;

    /// Watches on the board, by id.
    [[nodiscard]] const QMap<QString, WatchRecord> &watches() const { return m_watches; }
    /// Null if not on the board. Valid until the next change.
    [[nodiscard]] const WatchRecord *watch(const QString &id) const;

    /// Sort key of a deployment: newest first, then by id.
    struct DeploymentPlace
    {
        Instant startedAt{};
        QString id; ///< deploymentId()

        friend bool operator<(const DeploymentPlace &left, const DeploymentPlace &right)
        {
            return left.startedAt != right.startedAt ? left.startedAt > right.startedAt : left.id < right.id;
        }
    };
    using Deployments = std::map<DeploymentPlace, Deployment>;
    /// The newest kMostDeployments and all that are in progress. Use Engine::deployments() for the others.
    [[nodiscard]] const Deployments &deployments() const { return m_deployments; }
    /// @p id: deploymentId(). Null if not in deployments(). Valid until the next change.
    [[nodiscard]] const Deployment *deployment(const QString &id) const;
    // A few days of a team; older ones are read from the store in pages.
    static constexpr std::size_t kMostDeployments = 500;

    /// By id.
    [[nodiscard]] const QMap<QString, TeamServerState> &teamServers() const { return m_teamServers; }
    /// Null if unknown. Valid until the next change.
    [[nodiscard]] const TeamServerState *teamServer(const QString &id) const;
    /// Tasks of a team server that are in progress or from the last day, by id. Empty if the server is unknown.
    [[nodiscard]] const QMap<QString, ServerTask> &serverTasks(const QString &server) const;
    /// Null if not in serverTasks(). Valid until the next change.
    [[nodiscard]] const ServerTask *serverTask(const QString &server, const QString &task) const;
    /// Whether a local watch has the same expectation as @p task. Its verdict is more detailed, so it is shown instead.
    [[nodiscard]] bool hasOwnWatchOf(const ServerTask &task) const;

    /// In order of creation; the oldest matching rule applies.
    [[nodiscard]] const std::vector<FollowRule> &rules() const { return m_rules; }

    /// True once settings, store and cache are loaded: the state is then complete.
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

    void put(const InstanceState &state) { m_instances.insert(state.instance.id, state); }
    void put(const WatchRecord &watch) { m_watches.insert(watch.id, watch); }
    /// Returns the ids that newer deployments pushed out of deployments(); never one in progress.
    [[nodiscard]] QStringList put(const Deployment &deployment);
    void setRules(std::vector<FollowRule> rules) { m_rules = std::move(rules); }
    void removeInstance(const QString &id) { m_instances.remove(id); }
    void removeWatch(const QString &id) { m_watches.remove(id); }
    void put(const TeamServerState &state) { m_teamServers.insert(state.server.place.id, state); }
    void put(const ServerTaskChanges &changes);
    void removeTeamServer(const QString &id);
    void setStarted() { m_hasStarted = true; }

private:
    QMap<QString, InstanceState> m_instances;
    QMap<QString, WatchRecord> m_watches;
    Deployments m_deployments;
    QHash<QString, Instant> m_deploymentStarts;  ///< by id
    std::set<DeploymentPlace> m_overDeployments; ///< ended ones, to find the oldest of them
    std::vector<FollowRule> m_rules;
    QMap<QString, TeamServerState> m_teamServers;
    QHash<QString, QMap<QString, ServerTask>> m_serverTasks; ///< by server, then by task
    bool m_hasStarted = false;
};

} // namespace lynceus
