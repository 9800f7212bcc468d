#include "core/engine/facade/engine.h"

#include "core/engine/clients/answerpromise.h"
#include "core/engine/teamserver/teamserverprobe.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
QFuture<Result<T>> refused(QObject *context, const QString &asked, const QString &message)
{
    AnswerPromise<Result<T>> promise(context);
    auto future = promise.future();
    promise.settle(tl::unexpected(Error{Error::Kind::NotAllowed, asked, message, false, 0}));
    return future;
}

template<typename T>
QFuture<Result<T>> noImport(QObject *context)
{
    return refused<T>(context, u"import"_s, u"this engine does not support importing contexts"_s);
}

template<typename T>
QFuture<Result<T>> noDeployments(QObject *context)
{
    return refused<T>(context, u"deployments"_s, u"this engine does not follow deployments"_s);
}

template<typename T>
QFuture<Result<T>> noTeamServers(QObject *context)
{
    return refused<T>(context, u"team servers"_s, u"team servers are not available here"_s);
}

} // namespace

QFuture<Result<std::vector<Deployment>>> Engine::deployments(const DeploymentQuery &, QObject *context)
{
    return noDeployments<std::vector<Deployment>>(context);
}

QFuture<Result<DeploymentTrend>> Engine::deploymentTrend(const DeploymentQuery &, QObject *context)
{
    return noDeployments<DeploymentTrend>(context);
}

QFuture<Result<void>> Engine::saveRule(const FollowRule &, QObject *context)
{
    return noDeployments<void>(context);
}

QFuture<Result<void>> Engine::removeRule(const QString &, QObject *context)
{
    return noDeployments<void>(context);
}

void Engine::reportInstance(const InstanceState &state)
{
    m_state.put(state);
    Q_EMIT instanceChanged(state);
}

void Engine::reportInstanceRemoved(const QString &id)
{
    m_state.removeInstance(id);
    Q_EMIT instanceRemoved(id);
}

void Engine::reportWatch(const WatchRecord &watch)
{
    m_state.put(watch);
    Q_EMIT watchChanged(watch);
}

void Engine::reportWatchRemoved(const QString &id)
{
    m_state.removeWatch(id);
    Q_EMIT watchRemoved(id);
}

void Engine::reportDeployment(const Deployment &deployment)
{
    const auto left = m_state.put(deployment);
    Q_EMIT deploymentChanged(deployment);
    for (const auto &id : left)
        Q_EMIT deploymentLeft(id);
}

void Engine::reportRules(const std::vector<FollowRule> &rules)
{
    m_state.setRules(rules);
    Q_EMIT rulesChanged();
}

void Engine::reportTeamServer(const TeamServerState &state)
{
    m_state.put(state);
    Q_EMIT teamServerChanged(state);
}

void Engine::reportTeamServerRemoved(const QString &id)
{
    m_state.removeTeamServer(id);
    Q_EMIT teamServerRemoved(id);
}

/// A restarted feed, for example with another token, does not know what was reported before.
void Engine::reportServerTasks(const ServerTaskChanges &changes)
{
    auto reported = changes;
    if (changes.isFirst) {
        auto gone = m_state.serverTasks(changes.server);
        for (const auto &task : changes.tasks)
            gone.remove(task.id);
        reported.removed += gone.keys();
    }
    m_state.put(reported);
    Q_EMIT serverTasksChanged(reported);
}

QFuture<Result<TeamServerFindings>> Engine::probeTeamServer(const Instance &, const Secret &, QObject *context)
{
    return noTeamServers<TeamServerFindings>(context);
}

QFuture<Result<QString>> Engine::addTeamServer(const Instance &, const Secret &, QObject *context)
{
    return noTeamServers<QString>(context);
}

QFuture<Result<void>> Engine::renameTeamServer(const QString &, const QString &, QObject *context)
{
    return noTeamServers<void>(context);
}

QFuture<Result<void>> Engine::setTeamServerToken(const QString &, const Secret &, QObject *context)
{
    return noTeamServers<void>(context);
}

QFuture<Result<void>> Engine::removeTeamServer(const QString &, QObject *context)
{
    return noTeamServers<void>(context);
}

QFuture<Result<SharedTask>> Engine::shareWatch(const QString &, const QString &, const QString &, QObject *context)
{
    return noTeamServers<SharedTask>(context);
}

QFuture<std::optional<ApplicationKey>> Engine::applicationOf(const QString &, const QString &, QObject *context)
{
    AnswerPromise<std::optional<ApplicationKey>> promise(context);
    auto future = promise.future();
    promise.settle(std::nullopt);
    return future;
}

void Engine::readTaskVerdict(const QString &, const QString &) { }

void Engine::retryTeamServer(const QString &) { }

void Engine::setTasksShown(bool) { }

void Engine::reportStarted()
{
    m_state.setStarted();
    Q_EMIT started();
}

QFuture<Result<std::vector<ImportableContext>>> Engine::importableContexts(const QString &, QObject *context)
{
    return noImport<std::vector<ImportableContext>>(context);
}

QFuture<Result<QStringList>> Engine::importContexts(const QString &, const QStringList &, QObject *context)
{
    return noImport<QStringList>(context);
}

QFuture<Result<QString>> Engine::setStoreAside(QObject *context)
{
    return refused<QString>(context, u"store"_s, u"this engine has no store"_s);
}

} // namespace lynceus
