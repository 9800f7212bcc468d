#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/deployments/deploymentquery.h"
#include "core/domain/model/changeset.h"
#include "core/domain/model/syncwindow.h"
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

/// All instances, watches and what happened: the one facade that the window, the background service and the commands
/// use.
///
/// Lives in the thread of its user; the work may be done in another one (LocalEngine does it in a thread of its own),
/// so that no call here blocks. Signals come in the user's thread and in the order in which things happened. Futures
/// settle exactly once, never after their context died. Errors of commands: BadInput for what a person can mend,
/// NotFound for an id that is not there, and those of the network where it was asked.
class Engine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Instances and watches as the newest signal told them.
    [[nodiscard]] const EngineState &state() const { return m_state; }

    /// Reads settings, store and cache, then connects. Everything known is told by the same signals as later changes:
    /// first instances, then applications from the cache (ChangeSet::fromCache), then rules, deployments and watches,
    /// then started().
    virtual void start() = 0;

    // --- instances
    [[nodiscard]] virtual QFuture<Result<InstanceProbe>> probe(const Instance &instance, QObject *context) = 0;
    /// After an Error::Kind::Certificate: what the server showed.
    [[nodiscard]] virtual QFuture<Result<UntrustedCertificate>> certificate(const QUrl &baseUrl, QObject *context) = 0;
    /// A new one if its id is empty, else the changed one. BadInput names the field. The result is its id.
    [[nodiscard]] virtual QFuture<Result<QString>> saveInstance(const Instance &instance, QObject *context) = 0;
    /// Forgets its tokens, its watches end as cancelled, its history stays.
    [[nodiscard]] virtual QFuture<Result<void>> removeInstance(const QString &id, QObject *context) = 0;
    /// Whether contexts of the official client can be taken over. If not, the next two answer NotAllowed.
    [[nodiscard]] virtual bool canImport() const { return false; }
    /// What the official client's configuration @p file offers; an empty name means its usual place. Nothing is taken
    /// over yet. BadInput: it cannot be read or understood; NotFound: there is none.
    [[nodiscard]] virtual QFuture<Result<std::vector<ImportableContext>>> importableContexts(const QString &file,
                                                                                             QObject *context);
    /// Adds those with these names, their tokens go to the keychain. All or none. The results are the ids.
    [[nodiscard]] virtual QFuture<Result<QStringList>> importContexts(const QString &file, const QStringList &names,
                                                                      QObject *context);
    /// Progress comes by signInChanged(). @p password only for SignInMethod::Password, @p token only for Token.
    virtual void signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret) = 0;
    virtual void cancelSignIn(const QString &instance) = 0;
    /// For a browser on another machine: the address at which it ended.
    virtual void pasteSignInAddress(const QString &instance, const QString &address) = 0;
    virtual void signOut(const QString &instance) = 0;
    /// What whoever is signed in there may do: three small questions, for somebody who looks at the instance. NotFound
    /// where it is not contacted; other errors say nothing of rights.
    [[nodiscard]] virtual QFuture<Result<AccountRights>> rights(const QString &instance, QObject *context) = 0;
    /// Tries again at once where something stands in the way (locked keychain, unreachable, stale).
    virtual void retry(const QString &instance) = 0;

    // --- watches
    /// The results are the ids, in the order of @p requests; all or none are registered.
    [[nodiscard]] virtual QFuture<Result<QStringList>> addWatches(const std::vector<WatchRequest> &requests,
                                                                  QObject *context) = 0;
    virtual void extendWatch(const QString &id, Duration by) = 0;
    virtual void cancelWatch(const QString &id) = 0;
    virtual void snoozeWatch(const QString &id, Duration how) = 0;
    /// Removes one that is over from the board; history keeps it.
    virtual void dismissWatch(const QString &id) = 0;
    /// Another note of the person; empty takes it away.
    virtual void setWatchNote(const QString &id, const QString &note) = 0;
    /// @p who takes care of it, "I'm on it"; empty: nobody does any more.
    virtual void setWatchTakenBy(const QString &id, const QString &who) = 0;
    /// Nothing with fewer than three samples.
    [[nodiscard]] virtual QFuture<std::optional<Eta>> eta(const ApplicationKey &application, QObject *context) = 0;

    /// Whether a sync window holds its automated syncs back now, and until when: for somebody who is about to watch it.
    /// One GET; errors of the network.
    [[nodiscard]] virtual QFuture<Result<SyncWindowBlock>> syncWindow(const ApplicationKey &application,
                                                                      QObject *context) = 0;

    // --- deployments
    /// Those that are stored, newest first; EngineState has the newest. NotFound: as history().
    [[nodiscard]] virtual QFuture<Result<std::vector<Deployment>>> deployments(const DeploymentQuery &query,
                                                                               QObject *context);
    /// The four numbers of those that fit, in [query.from, query.until), which both are needed, and in the period
    /// before.
    [[nodiscard]] virtual QFuture<Result<DeploymentTrend>> deploymentTrend(const DeploymentQuery &query,
                                                                           QObject *context);
    /// A new rule, or another state of the one with its name. BadInput: checkRule(), or the store.
    [[nodiscard]] virtual QFuture<Result<void>> saveRule(const FollowRule &rule, QObject *context);
    /// NotFound: there is no such rule. Its watches go on.
    [[nodiscard]] virtual QFuture<Result<void>> removeRule(const QString &name, QObject *context);

    // --- team servers: their tasks are in the state. Engines that know none answer NotAllowed.
    /// Whether a team server answers at @p place, and what it is; mayBeTeamServer() says when that is worth a question.
    /// @p token may be empty; it is sent only to what was recognised.
    [[nodiscard]] virtual QFuture<Result<TeamServerFindings>> probeTeamServer(const Instance &place,
                                                                              const Secret &token, QObject *context);
    /// Keeps one whose tasks can be read, its token in the keychain. The result is its id. BadInput names the field.
    [[nodiscard]] virtual QFuture<Result<QString>> addTeamServer(const Instance &place, const Secret &token,
                                                                 QObject *context);
    [[nodiscard]] virtual QFuture<Result<void>> renameTeamServer(const QString &id, const QString &name,
                                                                 QObject *context);
    /// Another token, or none, if its tasks can be read with it.
    [[nodiscard]] virtual QFuture<Result<void>> setTeamServerToken(const QString &id, const Secret &token,
                                                                   QObject *context);
    /// Its tasks are not shown any more, its token is forgotten; the server keeps everything.
    [[nodiscard]] virtual QFuture<Result<void>> removeTeamServer(const QString &id, QObject *context);
    /// Registers a running watch on a team server as a task of @p author.
    [[nodiscard]] virtual QFuture<Result<SharedTask>> shareWatch(const QString &watch, const QString &server,
                                                                 const QString &author, QObject *context);
    /// The application of a task as an instance of this desk has it, if exactly one does.
    [[nodiscard]] virtual QFuture<std::optional<ApplicationKey>> applicationOf(const QString &server,
                                                                               const QString &task, QObject *context);
    /// Somebody looks at one task: the verdict behind its state is read, if its server has one.
    virtual void readTaskVerdict(const QString &server, const QString &task);
    virtual void retryTeamServer(const QString &id);
    /// Whether somebody looks: servers that are polled are asked more often then.
    virtual void setTasksShown(bool isShown);

    // --- looking at one application
    /// Null only if the instance is not known. Owned by @p parent.
    [[nodiscard]] virtual ApplicationView *openView(const ApplicationKey &application, QObject *parent) = 0;

    // --- what happened
    /// NotFound: what was kept cannot be read in this run, and why.
    [[nodiscard]] virtual QFuture<Result<std::vector<WatchRecord>>> history(const HistoryQuery &query,
                                                                            QObject *context) = 0;
    /// What was observed while a watch ran, oldest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<TimelineEntry>>> timeline(const QString &watch,
                                                                               QObject *context) = 0;

    /// After storeObstructed(), with the person's consent: renames what is in the store's place, and begins a new store
    /// with what this run knows. The result is its new name; empty if a damaged store was recovered, of which
    /// noticeRaised() tells. Errors: BadInput; then nothing has changed.
    [[nodiscard]] virtual QFuture<Result<QString>> setStoreAside(QObject *context);

    // --- as it is at this moment, for other processes of this person: signals tell only what people see change
    /// The board by registration, each with its newest evidence.
    [[nodiscard]] virtual QFuture<Result<std::vector<WatchRecord>>> board(QObject *context) = 0;
    /// On the board or in history.
    [[nodiscard]] virtual QFuture<Result<WatchDetails>> watch(const QString &id, QObject *context) = 0;
    [[nodiscard]] virtual QFuture<Result<InstanceSnapshot>> snapshot(const QString &instance, QObject *context) = 0;

Q_SIGNALS:
    void started();
    void instanceChanged(const lynceus::InstanceState &state);
    void instanceRemoved(const QString &id);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    /// New, or anything about it changed.
    void watchChanged(const lynceus::WatchRecord &watch);
    /// Not on the board any more.
    void watchRemoved(const QString &id);
    /// New, or anything about it changed; also of one that is older than those of the state.
    void deploymentChanged(const lynceus::Deployment &deployment);
    /// Not in the state any more; the store has it.
    void deploymentLeft(const QString &id);
    void rulesChanged();
    void teamServerChanged(const lynceus::TeamServerState &state);
    /// With its tasks, of which nothing else is told.
    void teamServerRemoved(const QString &id);
    void serverTasksChanged(const lynceus::ServerTaskChanges &changes);
    void signInChanged(const lynceus::SignInProgress &progress);
    /// Something that a person must know and that belongs to no instance: a settings file set aside, a full disk, a
    /// store of a newer version. One sentence each.
    void noticeRaised(const QString &sentence);
    /// Instead of noticeRaised(): the store cannot be used, and setStoreAside() helps.
    void storeObstructed(const QString &sentence);

protected:
    // What implementations tell: the state has it before the signal comes.
    void tellInstance(const InstanceState &state);
    void tellInstanceRemoved(const QString &id);
    void tellWatch(const WatchRecord &watch);
    void tellWatchRemoved(const QString &id);
    void tellDeployment(const Deployment &deployment);
    void tellRules(const std::vector<FollowRule> &rules);
    void tellTeamServer(const TeamServerState &state);
    void tellTeamServerRemoved(const QString &id);
    void tellServerTasks(const ServerTaskChanges &changes);
    void tellStarted();

private:
    EngineState m_state;
};

} // namespace lynceus
