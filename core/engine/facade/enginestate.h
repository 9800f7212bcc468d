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

/// What an engine knows at this moment of instances, watches, deployments, follow rules and team servers, in the thread
/// of its user.
///
/// Engine owns it and changes it before it signals the change, so that whoever reads it in a slot sees the new value,
/// and whoever is constructed late sees everything. Consumers read it instead of keeping values of their own. Tests
/// build one by hand.
class EngineState
{
public:
    /// By id.
    [[nodiscard]] const QMap<QString, InstanceState> &instances() const { return m_instances; }
    /// Null: not known. Valid until the next change.
    [[nodiscard]] const InstanceState *instance(const QString &id) const;
    /// As people call it, also of a team server; the id itself of what is not known (removed: its history stays).
    [[nodiscard]] QString instanceName(const QString &id) const;

    /// Those on the board, by id.
    [[nodiscard]] const QMap<QString, WatchRecord> &watches() const { return m_watches; }
    /// Null: not on the board. Valid until the next change.
    [[nodiscard]] const WatchRecord *watch(const QString &id) const;

    /// A deployment's place: the newest first, of those that began together by id.
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
    /// The newest kMostDeployments, and all that are in progress. Engine::deployments() has the others.
    [[nodiscard]] const Deployments &deployments() const { return m_deployments; }
    /// By deploymentId(). Null: not among these. Valid until the next change.
    [[nodiscard]] const Deployment *deployment(const QString &id) const;
    static constexpr std::size_t kMostDeployments = 500; // some days of a team; a page is asked for beyond

    /// By id.
    [[nodiscard]] const QMap<QString, TeamServerState> &teamServers() const { return m_teamServers; }
    /// Null: not known. Valid until the next change.
    [[nodiscard]] const TeamServerState *teamServer(const QString &id) const;
    /// Those of one team server that are in progress or of the last day, by id; none of one that is not known.
    [[nodiscard]] const QMap<QString, ServerTask> &serverTasks(const QString &server) const;
    /// Null: not among these. Valid until the next change.
    [[nodiscard]] const ServerTask *serverTask(const QString &server, const QString &task) const;
    /// A watch of our own asks for what @p task asks for: it says all, and says it better.
    [[nodiscard]] bool hasOwnWatchOf(const ServerTask &task) const;

    /// By creation; the oldest that matches counts.
    [[nodiscard]] const std::vector<FollowRule> &rules() const { return m_rules; }

    /// Settings, store and cache were read: what is not here does not exist.
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

    void put(const InstanceState &state) { m_instances.insert(state.instance.id, state); }
    void put(const WatchRecord &watch) { m_watches.insert(watch.id, watch); }
    /// The ids of those that are not among deployments() any more, because newer ones came; never one in progress.
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
    std::set<DeploymentPlace> m_overDeployments; ///< so that the oldest is found without a look at those in progress
    std::vector<FollowRule> m_rules;
    QMap<QString, TeamServerState> m_teamServers;
    QHash<QString, QMap<QString, ServerTask>> m_serverTasks; ///< by server, then by task
    bool m_hasStarted = false;
};

} // namespace lynceus
