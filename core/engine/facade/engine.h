#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/deployments/deploymentquery.h"
#include "core/domain/model/changeset.h"
#include "core/domain/syncwindows/syncwindow.h"
#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchdetails.h"
#include "core/domain/watch/watchrecord.h"
#include "core/engine/doctor/accountrights.h"
#include "core/engine/facade/applicationview.h"
#include "core/engine/facade/enginestate.h"
#include "core/engine/facade/instancesnapshot.h"
#include "core/engine/instances/importablecontext.h"
#include "core/engine/signin/signinprogress.h"

#include <QFuture>
#include <QObject>

namespace lynceus {

struct TeamServerFindings;

/// Facade of the engine for the window, the background service and the commands: instances, watches, deployments, team
/// servers and history.
///
/// Use it in the thread that created it. No call blocks: implementations may work in another thread, as LocalEngine
/// does. Signals are emitted in the user's thread, in the order of the events. Futures settle exactly once, and never
/// after their context was destroyed. Errors: BadInput for what the user can correct, NotFound for an unknown id, and
/// network errors from calls that send requests.
class Engine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Updated before each change signal is emitted.
    [[nodiscard]] const EngineState &state() const { return m_state; }

    /// Reads settings, store and cache, then connects. Stored data is reported by the same signals as later changes:
    /// first instances, then cached applications (ChangeSet::fromCache), then rules, deployments and watches, then
    /// started().
    virtual void start() = 0;

    // --- instances
    [[nodiscard]] virtual QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context) = 0;
    /// The certificate that the server presented; for use after Error::Kind::Certificate.
    [[nodiscard]] virtual QFuture<Result<UntrustedCertificate>> certificate(const QUrl &baseUrl, QObject *context) = 0;
    /// Adds the instance if its id is empty, otherwise changes it. Returns the id. BadInput names the invalid field.
    [[nodiscard]] virtual QFuture<Result<QString>> saveInstance(const Instance &instance, QObject *context) = 0;
    /// Deletes its tokens and cancels its watches; keeps its history.
    [[nodiscard]] virtual QFuture<Result<void>> removeInstance(const QString &id, QObject *context) = 0;
    /// Whether contexts of the argocd CLI can be imported. If not, the next two functions return NotAllowed.
    [[nodiscard]] virtual bool canImport() const { return false; }
    /// Lists the contexts in the argocd CLI's configuration @p file (empty: its default path) without importing them.
    /// BadInput: the file cannot be read or parsed; NotFound: it does not exist.
    [[nodiscard]] virtual QFuture<Result<std::vector<ImportableContext>>> importableContexts(const QString &file,
                                                                                             QObject *context);
    /// Imports the named contexts, all or none, and stores their tokens in the keychain. Returns the instance ids.
    [[nodiscard]] virtual QFuture<Result<QStringList>> importContexts(const QString &file, const QStringList &names,
                                                                      QObject *context);
    /// signInChanged() reports progress. @p secret: the password for SignInMethod::Password or the token for
    /// Token; otherwise empty.
    virtual void signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret) = 0;
    virtual void cancelSignIn(const QString &instance) = 0;
    /// @p address: the URL at which a browser on another machine ended.
    virtual void pasteSignInAddress(const QString &instance, const QString &address) = 0;
    virtual void signOut(const QString &instance) = 0;
    /// Permissions of the signed-in account, read with three small requests. NotFound: the instance is not contacted.
    /// Other errors do not imply missing permissions.
    [[nodiscard]] virtual QFuture<Result<AccountRights>> rights(const QString &instance, QObject *context) = 0;
    /// Retries at once if the instance is blocked: locked keychain, unreachable server, stale data.
    virtual void retry(const QString &instance) = 0;

    // --- watches
    /// Registers all watches or none. Returns their ids in the order of @p requests.
    [[nodiscard]] virtual QFuture<Result<QStringList>> addWatches(const std::vector<WatchRequest> &requests,
                                                                  QObject *context) = 0;
    virtual void extendWatch(const QString &id, Duration by) = 0;
    virtual void cancelWatch(const QString &id) = 0;
    virtual void snoozeWatch(const QString &id, Duration how) = 0;
    /// Removes an ended watch from the board; it stays in the history.
    virtual void dismissWatch(const QString &id) = 0;
    /// Replaces the user's note; an empty note removes it.
    virtual void setWatchNote(const QString &id, const QString &note) = 0;
    /// Records that @p who handles the problem ("I'm on it"); empty removes the record.
    virtual void setWatchTakenBy(const QString &id, const QString &who) = 0;
    /// Empty with fewer than three samples.
    [[nodiscard]] virtual QFuture<std::optional<Eta>> eta(const ApplicationKey &application, QObject *context) = 0;

    /// Whether a sync window blocks automated syncs of @p application now, and until when. Sends one GET request;
    /// network errors.
    [[nodiscard]] virtual QFuture<Result<SyncWindowBlock>> syncWindow(const ApplicationKey &application,
                                                                      QObject *context) = 0;

    // --- deployments
    /// Stored deployments, newest first; EngineState has only the newest. NotFound: as for history().
    [[nodiscard]] virtual QFuture<Result<std::vector<Deployment>>> deployments(const DeploymentQuery &query,
                                                                               QObject *context);
    /// The four metrics of the matching deployments in [query.from, query.until) and in the previous period. Both
    /// bounds are required.
    [[nodiscard]] virtual QFuture<Result<DeploymentTrend>> deploymentTrend(const DeploymentQuery &query,
                                                                           QObject *context);
    /// Adds the rule, or replaces the rule with the same name. BadInput: rejected by checkRule() or by the store.
    [[nodiscard]] virtual QFuture<Result<void>> saveRule(const FollowRule &rule, QObject *context);
    /// Its watches continue. NotFound: there is no rule with this name.
    [[nodiscard]] virtual QFuture<Result<void>> removeRule(const QString &name, QObject *context);

    // --- team servers: EngineState has their tasks. Engines without team servers return NotAllowed.
    /// Detects whether a team server runs at @p place, and which. Call it only if mayBeTeamServer(). @p token may be
    /// empty; it is sent only to a recognised team server.
    [[nodiscard]] virtual QFuture<Result<TeamServerFindings>> probeTeamServer(const Instance &place,
                                                                              const Secret &token, QObject *context);
    /// Adds a team server if its tasks can be read, and stores its token in the keychain. Returns its id. BadInput
    /// names the invalid field.
    [[nodiscard]] virtual QFuture<Result<QString>> addTeamServer(const Instance &place, const Secret &token,
                                                                 QObject *context);
    [[nodiscard]] virtual QFuture<Result<void>> renameTeamServer(const QString &id, const QString &name,
                                                                 QObject *context);
    /// Replaces or removes the token, if the tasks can be read with the new one.
    [[nodiscard]] virtual QFuture<Result<void>> setTeamServerToken(const QString &id, const Secret &token,
                                                                   QObject *context);
    /// Removes its tasks from the state and deletes its token. Data on the server is not changed.
    [[nodiscard]] virtual QFuture<Result<void>> removeTeamServer(const QString &id, QObject *context);
    /// Registers a running watch on a team server as a task of @p author.
    [[nodiscard]] virtual QFuture<Result<SharedTask>> shareWatch(const QString &watch, const QString &server,
                                                                 const QString &author, QObject *context);
    /// The application of a task, if exactly one configured instance has it; otherwise empty.
    [[nodiscard]] virtual QFuture<std::optional<ApplicationKey>> applicationOf(const QString &server,
                                                                               const QString &task, QObject *context);
    /// Reads the verdict of the task, if its server provides verdicts. Call it when the task is shown.
    virtual void readTaskVerdict(const QString &server, const QString &task);
    virtual void retryTeamServer(const QString &id);
    /// Polled servers are polled more often while their tasks are shown.
    virtual void setTasksShown(bool isShown);

    // --- one application
    /// Null only if the instance is unknown. @p parent owns the view.
    [[nodiscard]] virtual ApplicationView *openView(const ApplicationKey &application, QObject *parent) = 0;

    // --- history
    /// NotFound: the store cannot be used in this run; the message gives the reason.
    [[nodiscard]] virtual QFuture<Result<std::vector<WatchRecord>>> history(const HistoryQuery &query,
                                                                            QObject *context) = 0;
    /// Observations recorded while the watch ran, oldest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<TimelineEntry>>> timeline(const QString &watch,
                                                                               QObject *context) = 0;

    /// Call after storeObstructed() and only if the user agrees: renames the file at the store's path and creates a new
    /// store with the data of this run. Returns the new name of the old file; empty if a damaged store was recovered,
    /// which noticeRaised() reports. BadInput: nothing was changed.
    [[nodiscard]] virtual QFuture<Result<QString>> setStoreAside(QObject *context);

    // --- current values for other processes of the user; signals report only visible changes
    /// The watches on the board in order of registration, with their newest evidence.
    [[nodiscard]] virtual QFuture<Result<std::vector<WatchRecord>>> board(QObject *context) = 0;
    /// A watch on the board or in the history.
    [[nodiscard]] virtual QFuture<Result<WatchDetails>> watch(const QString &id, QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<InstanceSnapshot>> snapshot(const QString &instance, QObject *context) = 0;

Q_SIGNALS:
    void started();
    void instanceChanged(const lynceus::InstanceState &state);
    void instanceRemoved(const QString &id);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    /// The watch is new or has changed.
    void watchChanged(const lynceus::WatchRecord &watch);
    /// The watch was removed from the board.
    void watchRemoved(const QString &id);
    /// The deployment is new or has changed; also emitted for deployments older than those in the state.
    void deploymentChanged(const lynceus::Deployment &deployment);
    /// The deployment was dropped from the state; it stays in the store.
    void deploymentLeft(const QString &id);
    void rulesChanged();
    void teamServerChanged(const lynceus::TeamServerState &state);
    /// Its tasks are removed with it, without a serverTasksChanged().
    void teamServerRemoved(const QString &id);
    void serverTasksChanged(const lynceus::ServerTaskChanges &changes);
    void signInChanged(const lynceus::SignInProgress &progress);
    /// A problem that the user must know about and that belongs to no instance: a settings file that was set aside, a
    /// full disk, a store of a newer version. One sentence.
    void noticeRaised(const QString &sentence);
    /// Emitted instead of noticeRaised() if the store cannot be used and setStoreAside() can fix this.
    void storeObstructed(const QString &sentence);

protected:
    // For implementations: each updates the state, then emits its signal.
    void reportInstance(const InstanceState &state);
    void reportInstanceRemoved(const QString &id);
    void reportWatch(const WatchRecord &watch);
    void reportWatchRemoved(const QString &id);
    void reportDeployment(const Deployment &deployment);
    void reportRules(const std::vector<FollowRule> &rules);
    void reportTeamServer(const TeamServerState &state);
    void reportTeamServerRemoved(const QString &id);
    void reportServerTasks(const ServerTaskChanges &changes);
    void reportStarted();

private:
    EngineState m_state;
};

} // namespace lynceus
