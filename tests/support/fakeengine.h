#pragma once

#include "core/engine/facade/engine.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/io/clock.h"
#include "tests/support/fakeapplicationview.h"

#include <QMap>
#include <QPointer>

namespace lynceus::test {

/// An engine in memory, fed by tests and screenshots of the window.
///
/// Keeps the contract of Engine: start() emits the known state, later changes are emitted at once, futures settle in
/// the next iteration of the event loop and never after their context was destroyed. Commands change the state that is
/// kept here.
class FakeEngine final : public Engine
{
    Q_OBJECT
public:
    explicit FakeEngine(const Clock &clock, QObject *parent = nullptr);
    ~FakeEngine() override;

    // --- input: stored before start(), emitted at once afterwards
    void putInstance(const InstanceState &state);
    /// Inserts or changes these; other applications of the instance stay.
    void putApplications(const QString &instance, const std::vector<Application> &applications);
    void dropApplications(const std::vector<ApplicationKey> &keys);
    void putTree(const ApplicationKey &application, const ResourceTree &tree);
    /// Kept per application, even for unknown ones; call tell…() of the view after a change.
    [[nodiscard]] FakeAnswers &answers(const ApplicationKey &application);
    void putWatch(const WatchRecord &watch);
    void putHistory(const WatchRecord &watch, const std::vector<TimelineEntry> &timeline = {});
    void putDeployment(const Deployment &deployment);
    void putRules(const std::vector<FollowRule> &rules);
    void putEta(const ApplicationKey &application, const Eta &eta);
    [[nodiscard]] const QList<ApplicationKey> &requestedEtas() const { return m_requestedEtas; }
    void putTeamServer(const TeamServerState &state);
    void dropTeamServer(const QString &id);
    void putServerTasks(const QString &server, const std::vector<ServerTask> &tasks, bool isFirst = false);
    /// The probe result for a team server at this URL; by default there is none.
    void putFindings(const QUrl &baseUrl, const Result<TeamServerFindings> &findings);
    /// The application of a task on a configured instance, by the task's application name.
    void putTaskApplication(const QString &app, const ApplicationKey &key);
    void putProbe(const QUrl &baseUrl, const Result<InstanceProbe> &probe);
    void putCertificate(const QUrl &baseUrl, const UntrustedCertificate &certificate);
    void putRights(const QString &instance, const AccountRights &rights);
    void putImportable(const std::vector<ImportableContext> &contexts);
    void reportSignIn(const SignInProgress &progress);
    void reportNotice(const QString &sentence);
    void reportStoreObstructed(const QString &sentence);

    /// true: no future settles until it is called with false, to test what is shown meanwhile.
    void holdAnswers(bool held);
    /// The next save, removal or addition fails with this error.
    void failNext(const Error &error);

    // --- recorded calls
    /// One per command, in order: "extendWatch w1 600000".
    [[nodiscard]] const QStringList &calls() const { return m_calls; }
    [[nodiscard]] const std::vector<WatchRequest> &requested() const { return m_requested; }
    [[nodiscard]] const QMap<QString, InstanceState> &instances() const { return m_instances; }
    [[nodiscard]] const QMap<QString, WatchRecord> &watches() const { return m_watches; }
    [[nodiscard]] const QMap<QString, TeamServerState> &teamServers() const { return m_teamServers; }
    [[nodiscard]] bool areTasksShown() const { return m_areTasksShown; }
    [[nodiscard]] QList<FakeApplicationView *> views() const;

    // --- Engine
    void start() override;
    [[nodiscard]] QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context) override;
    [[nodiscard]] QFuture<Result<UntrustedCertificate>> certificate(const QUrl &baseUrl, QObject *context) override;
    [[nodiscard]] QFuture<Result<QString>> saveInstance(const Instance &instance, QObject *context) override;
    [[nodiscard]] QFuture<Result<void>> removeInstance(const QString &id, QObject *context) override;
    [[nodiscard]] bool canImport() const override { return true; }
    [[nodiscard]] QFuture<Result<std::vector<ImportableContext>>> importableContexts(const QString &file,
                                                                                     QObject *context) override;
    [[nodiscard]] QFuture<Result<QStringList>> importContexts(const QString &file, const QStringList &names,
                                                              QObject *context) override;
    void signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret) override;
    void cancelSignIn(const QString &instance) override;
    void pasteSignInAddress(const QString &instance, const QString &address) override;
    void signOut(const QString &instance) override;
    [[nodiscard]] QFuture<Result<AccountRights>> rights(const QString &instance, QObject *context) override;
    void retry(const QString &instance) override;
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
    /// Returns task "shared-task" of the server, unless it fails.
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
    /// Returns "store.db.aside", unless it fails.
    [[nodiscard]] QFuture<Result<QString>> setStoreAside(QObject *context) override;
    [[nodiscard]] QFuture<Result<std::vector<WatchRecord>>> board(QObject *context) override;
    [[nodiscard]] QFuture<Result<WatchDetails>> watch(const QString &id, QObject *context) override;
    [[nodiscard]] QFuture<Result<InstanceSnapshot>> snapshot(const QString &instance, QObject *context) override;

private:
    struct Listed
    {
        QMap<QString, std::shared_ptr<const Application>> byName; ///< "NAMESPACE/NAME"
    };

    template<typename T>
    [[nodiscard]] QFuture<Result<T>> answer(QObject *context, Result<T> value);
    template<typename Change>
    void changeWatch(const QString &id, Change change);
    void countApplications(const QString &instance);
    [[nodiscard]] std::shared_ptr<const Application> applicationOf(const ApplicationKey &key) const;
    [[nodiscard]] WatchRecord recordOf(const WatchRequest &request);

    const Clock &m_clock;
    bool m_started = false;
    std::shared_ptr<bool> m_held = std::make_shared<bool>(false);
    std::optional<Error> m_nextFailure;
    QStringList m_calls;
    std::vector<WatchRequest> m_requested;
    int m_madeIds = 0;
    QMap<QString, InstanceState> m_instances;
    QMap<QString, Listed> m_listed;
    QMap<QString, WatchRecord> m_watches;
    std::vector<WatchRecord> m_history;
    std::vector<Deployment> m_deployments;
    std::vector<FollowRule> m_rules;
    QHash<QString, std::vector<TimelineEntry>> m_timelines;
    QHash<ApplicationKey, std::shared_ptr<FakeAnswers>> m_answers;
    QHash<ApplicationKey, Eta> m_etas;
    QList<ApplicationKey> m_requestedEtas;
    QMap<QString, TeamServerState> m_teamServers;
    QHash<QString, std::vector<ServerTask>> m_serverTasks; ///< set before start()
    QMap<QUrl, Result<TeamServerFindings>> m_findings;
    bool m_areTasksShown = false;
    QHash<QString, ApplicationKey> m_taskApplications; ///< by ServerTask::app
    QMap<QUrl, Result<InstanceProbe>> m_probes;
    QMap<QUrl, UntrustedCertificate> m_certificates;
    QMap<QString, AccountRights> m_rights;
    std::vector<ImportableContext> m_importable;
    QList<QPointer<FakeApplicationView>> m_views;
};

} // namespace lynceus::test
