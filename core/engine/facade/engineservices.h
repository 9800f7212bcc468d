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

/// All services of the engine, built once and wired here; lives in the engine's thread. Its signals are the Engine's.
class EngineServices final : public QObject
{
    Q_OBJECT
public:
    EngineServices(const EngineSetup &setup, const Clock &clock, QObject *parent);
    ~EngineServices() override;

    void start();

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] InstanceRegistry &book() { return m_book; }
    [[nodiscard]] Keychain &keychain() { return *m_keychain; }
    [[nodiscard]] SignInService &signIns() { return m_signIns; }
    [[nodiscard]] InstanceClients &clients() { return m_clients; }
    [[nodiscard]] InstanceFeeds &feeds() { return m_feeds; }
    [[nodiscard]] TeamServers &teamServers() { return m_teamServers; }
    /// The application of a task as an instance here has it, if exactly one does; of several the one on the instance
    /// that is called as the team server calls its own.
    [[nodiscard]] std::optional<ApplicationKey> applicationOf(const QString &server, const QString &task) const;
    /// Whoever asks before start() gets those that are stored.
    [[nodiscard]] WatchRegistry &watches();
    /// NotFound where the store cannot be used, and nothing of this run fits.
    [[nodiscard]] Result<std::vector<WatchRecord>> history(const HistoryQuery &query);
    /// The name that what was in the store's place has now, or nothing if a damaged store was repaired. From then on
    /// everything is stored. Errors: BadInput with the reason, then nothing has changed.
    [[nodiscard]] Result<QString> setStoreAside();
    [[nodiscard]] CommitCache &commits() { return m_commits; }
    /// Whoever asks before start() gets the rules that are stored.
    [[nodiscard]] FollowRegistry &follow();
    /// NotFound where the store cannot be used.
    [[nodiscard]] Result<std::vector<Deployment>> deployments(const DeploymentQuery &query);
    /// BadInput without a period.
    [[nodiscard]] Result<DeploymentTrend> deploymentTrend(DeploymentQuery query);

    /// Looked at through its gateway, where it is a stored one with headers.
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context);
    /// What whoever is signed in there may do; of the applications that its feed knows, where not every one may be
    /// read.
    void askRights(const QString &instance, QObject *context, std::function<void(Result<AccountRights>)> answer);
    /// What it was that let somebody in is kept as the instance's way to sign in.
    void signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret);

    /// Empty if it is not known.
    [[nodiscard]] QString projectOf(const ApplicationKey &key) const;
    /// NotFound: no such instance.
    [[nodiscard]] Result<InstanceSnapshot> snapshot(const QString &instance) const;
    [[nodiscard]] Result<void> removeInstance(const QString &id);
    /// Everything that stands in its way is tried again at once.
    void retry(const QString &instance);
    /// Not started yet, so that somebody may listen first. Owned by these services until whoever opened it deletes it.
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
    void contact(const Instance &instance);
    void reach(const Instance &instance, Result<InstanceAccess> access);
    void takeProgress(const SignInProgress &progress);
    void keepWay(const QString &instance);
    void takeSignedOut(const QString &instance, const QString &trouble, bool isForgotten);
    void takeSession(const QString &instance, const SessionState &session);
    void tellState(const InstanceState &fed);
    [[nodiscard]] InstanceState withSession(InstanceState state) const;
    void openStore();
    void openDeployments();
    void tellRecentDeployments();
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
    InstanceRegistry m_book;
    GatewayRegistry m_gateways;
    SignInService m_signIns;
    InstanceClients m_clients;
    InstanceFeeds m_feeds;
    TeamServers m_teamServers;
    QString m_preferencesFile;
    std::unique_ptr<SleepWatch> m_sleep; ///< null: nobody tells
    RunStore m_store;
    std::unique_ptr<WatchRegistry> m_watches;
    DeploymentRegistry m_deployments;
    FollowRegistry m_follow;
    CommitCache m_commits;
    CacheKeeper m_cache;
    std::vector<QPointer<ViewSession>> m_views;
    QHash<QString, SessionState::Status> m_sessions;
    QHash<QString, std::pair<SignInMethod, QString>> m_wishes; ///< sign-ins under way: how, and as whom
    bool m_started = false;
};

/// Where the services are once they are built; only looked at in the engine's thread.
struct EngineSlot
{
    EngineServices *services = nullptr;
};

} // namespace lynceus
