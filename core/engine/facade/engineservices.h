#pragma once

#include "core/engine/deployments/deploymentregistry.h"
#include "core/engine/doctor/accountrights.h"
#include "core/engine/facade/cachekeeper.h"
#include "core/engine/facade/enginesetup.h"
#include "core/engine/facade/instancesnapshot.h"
#include "core/engine/facade/runstore.h"
#include "core/engine/feeds/instancefeeds.h"
#include "core/engine/follow/followregistry.h"
#include "core/engine/instances/gatewayregistry.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/engine/signin/signinservice.h"
#include "core/engine/teamserver/teamservers.h"
#include "core/engine/views/commitcache.h"
#include "core/engine/views/viewsession.h"
#include "core/engine/watches/watchregistry.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace lynceus {

/// Creates all services of the engine once and connects them. Lives in the engine's thread. Its signals are those of
/// Engine.
class EngineServices final : public QObject
{
    Q_OBJECT
public:
    EngineServices(const EngineSetup &setup, const Clock &clock, QObject *parent);
    ~EngineServices() override;

    void start();

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] InstanceRegistry &registry() { return m_registry; }
    [[nodiscard]] Keychain &keychain() { return *m_keychain; }
    [[nodiscard]] SignInService &signIns() { return m_signIns; }
    [[nodiscard]] InstanceClients &clients() { return m_clients; }
    [[nodiscard]] InstanceFeeds &feeds() { return m_feeds; }
    [[nodiscard]] TeamServers &teamServers() { return m_teamServers; }
    /// The application of a task, if exactly one configured instance has it. If an instance has the name that the team
    /// server uses for its own, only applications of that instance count.
    [[nodiscard]] std::optional<ApplicationKey> applicationOf(const QString &server, const QString &task) const;
    /// Before start(): the stored watches.
    [[nodiscard]] WatchRegistry &watches();
    /// NotFound: the store cannot be used, and no watch of this run matches.
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);
    /// Returns the new name of the file that was at the store's path; empty if a damaged store was repaired. From then
    /// on, everything is stored. BadInput with the reason; nothing was changed then.
    [[nodiscard]] Result<QString> setStoreAside();
    [[nodiscard]] CommitCache &commits() { return m_commits; }
    /// Before start(): the stored rules.
    [[nodiscard]] FollowRegistry &follow();
    /// NotFound: the store cannot be used.
    [[nodiscard]] Result<std::vector<Deployment>> deployments(const DeploymentQuery &query);
    /// BadInput if @p query has no period.
    [[nodiscard]] Result<DeploymentTrend> deploymentTrend(DeploymentQuery query);

    /// Sends gateway headers only if @p instance equals the stored instance.
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context);
    /// Permissions of the signed-in account. If it may not read every application, checks those that the feed lists.
    void askRights(const QString &instance, QObject *context, std::function<void(Result<AccountRights>)> answer);
    /// After success, stores the method as the instance's sign-in method.
    void signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret);

    /// Empty if unknown.
    [[nodiscard]] QString projectOf(const ApplicationKey &key) const;
    /// NotFound: unknown instance.
    [[nodiscard]] Result<InstanceSnapshot> snapshot(const QString &instance) const;
    [[nodiscard]] Result<void> removeInstance(const QString &id);
    /// Retries everything that is blocked: credentials, connection, feed.
    void retry(const QString &instance);
    /// Returned before it is started, so that the caller can connect its signals first. Owned by these services until
    /// the caller deletes it.
    [[nodiscard]] ViewSession *openView(const ApplicationKey &key);

Q_SIGNALS:
    void started();
    void instanceChanged(const lynceus::InstanceState &state);
    void instanceRemoved(const QString &id);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    void watchChanged(const lynceus::WatchRecord &watch);
    void watchRemoved(const QString &id);
    void deploymentChanged(const lynceus::Deployment &deployment);
    void rulesChanged(const std::vector<lynceus::FollowRule> &rules);
    void teamServerChanged(const lynceus::TeamServerState &state);
    void teamServerRemoved(const QString &id);
    void serverTasksChanged(const lynceus::ServerTaskChanges &changes);
    void signInChanged(const lynceus::SignInProgress &progress);
    void noticeRaised(const QString &sentence);
    void storeObstructed(const QString &sentence);

private:
    void takeInstance(const Instance &instance);
    void forgetInstance(const QString &id);
    void forgetHeaders(const Instance &instance);
    void contact(const Instance &instance);
    void reach(const Instance &instance, Result<InstanceAccess> access);
    void takeProgress(const SignInProgress &progress);
    void keepWay(const QString &instance);
    void takeSignedOut(const QString &instance, const QString &trouble, bool isForgotten);
    void takeSession(const QString &instance, const SessionState &session);
    void reportState(const InstanceState &fed);
    void updateSight(const InstanceState &state);
    [[nodiscard]] InstanceState withSession(InstanceState state) const;
    void openStore();
    void openDeployments();
    void reportRecentDeployments();
    void takeDeployment(const Deployment &deployment);
    void takeFollowed(const Deployment &deployment, const WatchRequest &request);
    void followSleep(const EngineSetup &setup);
    [[nodiscard]] RetentionLimits limits() const;
    void begin();
    void hintViews(const ChangeSet &changes);

    const Clock &m_clock;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<Browser> m_browser;
    Workers m_workers;
    InstanceRegistry m_registry;
    GatewayRegistry m_gateways;
    SignInService m_signIns;
    InstanceClients m_clients;
    InstanceFeeds m_feeds;
    TeamServers m_teamServers;
    QString m_preferencesFile;
    std::unique_ptr<SleepWatch> m_sleep; ///< null: the system does not report sleep
    RunStore m_store;
    std::unique_ptr<WatchRegistry> m_watches;
    DeploymentRegistry m_deployments;
    FollowRegistry m_follow;
    CommitCache m_commits;
    CacheKeeper m_cache;
    std::vector<QPointer<ViewSession>> m_views;
    QHash<QString, SessionState::Status> m_sessions;
    QHash<QString, std::pair<SignInMethod, QString>> m_wishes; ///< method and user name of sign-ins in progress
    bool m_started = false;
};

/// Points to the services once they exist; access it only in the engine's thread.
struct EngineSlot
{
    EngineServices *services = nullptr;
};

} // namespace lynceus
