#pragma once

#include "core/engine/facade/engine.h"
#include "core/engine/facade/engineservices.h"
#include "core/engine/facade/enginethread.h"

#include <functional>

namespace lynceus {

/// Engine in this process: the facade in the user's thread of services that run in their own thread.
class LocalEngine final : public Engine
{
    Q_OBJECT
public:
    /// @p clock is used in both threads and must outlive this.
    LocalEngine(EngineSetup setup, const Clock &clock, QObject *parent = nullptr);
    /// Stops the services in order; open futures settle as Cancelled.
    ~LocalEngine() override;

    void start() override;

    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context) override;
    [[nodiscard]] QFuture<Result<UntrustedCertificate>> certificate(const QUrl &baseUrl, QObject *context) override;
    [[nodiscard]] QFuture<Result<QString>> saveInstance(const Instance &instance, QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> removeInstance(const QString &id, QObject *context) override;
    void signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret) override;
    void cancelSignIn(const QString &instance) override;
    void pasteSignInAddress(const QString &instance, const QString &address) override;
    void signOut(const QString &instance) override;
    [[nodiscard]] QFuture<Result<AccountRights>> rights(const QString &instance, QObject *context) override;
    void retry(const QString &instance) override;
    [[nodiscard]] bool canImport() const override { return true; }
    [[nodiscard]] QFuture<Result<std::vector<ImportableContext>>> importableContexts(const QString &file,
                                                                                     QObject *context) override;
    [[nodiscard]] QFuture<Result<QStringList>> importContexts(const QString &file, const QStringList &names,
                                                              QObject *context) override;

    [[nodiscard]] QFuture<Result<QStringList>> addWatches(const std::vector<WatchRequest> &requests,
                                                          QObject *context) override;
    void extendWatch(const QString &id, Duration by) override;
    void cancelWatch(const QString &id) override;
    void snoozeWatch(const QString &id, Duration how) override;
    void dismissWatch(const QString &id) override;
    void setWatchNote(const QString &id, const QString &note) override;
    void setWatchTakenBy(const QString &id, const QString &who) override;
    [[nodiscard]] QFuture<std::optional<Eta>> eta(const ApplicationKey &application, QObject *context) override;
    [[nodiscard]] QFuture<Result<SyncWindowBlock>> syncWindow(const ApplicationKey &application,
                                                              QObject *context) override;

    [[nodiscard]] QFuture<Result<std::vector<Deployment>>> deployments(const DeploymentQuery &query,
                                                                       QObject *context) override;
    [[nodiscard]] QFuture<Result<DeploymentTrend>> deploymentTrend(const DeploymentQuery &query,
                                                                   QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> saveRule(const FollowRule &rule, QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> removeRule(const QString &name, QObject *context) override;

    [[nodiscard]] QFuture<Result<TeamServerFindings>> probeTeamServer(const Instance &place, const Secret &token,
                                                                      QObject *context) override;
    [[nodiscard]] QFuture<Result<QString>> addTeamServer(const Instance &place, const Secret &token,
                                                         QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> renameTeamServer(const QString &id, const QString &name,
                                                         QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> setTeamServerToken(const QString &id, const Secret &token,
                                                           QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> removeTeamServer(const QString &id, QObject *context) override;
    [[nodiscard]] QFuture<Result<SharedTask>> shareWatch(const QString &watch, const QString &server,
                                                         const QString &author, QObject *context) override;
    [[nodiscard]] QFuture<std::optional<ApplicationKey>> applicationOf(const QString &server, const QString &task,
                                                                       QObject *context) override;
    void readTaskVerdict(const QString &server, const QString &task) override;
    void retryTeamServer(const QString &id) override;
    void setTasksShown(bool isShown) override;

    [[nodiscard]] ApplicationView *openView(const ApplicationKey &application, QObject *parent) override;

    [[nodiscard]] QFuture<Result<std::vector<WatchRecord>>> history(const HistoryQuery &query,
                                                                    QObject *context) override;
    [[nodiscard]] QFuture<Result<std::vector<TimelineEntry>>> timeline(const QString &watch, QObject *context) override;
    [[nodiscard]] QFuture<Result<QString>> setStoreAside(QObject *context) override;
    [[nodiscard]] QFuture<Result<std::vector<WatchRecord>>> board(QObject *context) override;
    [[nodiscard]] QFuture<Result<WatchDetails>> watch(const QString &id, QObject *context) override;
    [[nodiscard]] QFuture<Result<InstanceSnapshot>> snapshot(const QString &instance, QObject *context) override;

private:
    /// Calls @p work(services, requestContext, reply) in the engine's thread.
    template<typename T, typename Work>
    [[nodiscard]] QFuture<T> ask(QObject *context, T cancelled, Work work);
    void post(std::function<void(EngineServices &)> work);
    void build(QObject *room);

    EngineSetup m_setup;
    const Clock &m_clock;
    std::shared_ptr<EngineSlot> m_engine;
    EngineThread m_thread;
};

} // namespace lynceus
