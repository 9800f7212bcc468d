#pragma once

#include "core/domain/deployments/deploymentprogress.h"
#include "core/domain/model/changeset.h"

#include <QHash>

#include <variant>

namespace lynceus {

/// Detects deployments in the data of applications, each exactly once, and follows each to its outcome.
///
/// Stream events are processed one by one. Lists are only compared: an operation without an event (Lynceus was not
/// running or not connected) means that the full application must be read, whose history has the missed deployments.
/// The first data of an application is not a deployment, nor is a sync that runs at that time, because the version
/// before it is unknown. An application that was deleted and created again is another one.
///
/// All functions return new or changed deployments. Times are by the server's clock.
class DeploymentTracker final
{
public:
    /// Last known state of an application, possibly from an earlier run.
    void remember(const ApplicationEntry &entry);
    /// Continues a deployment that had not ended in an earlier run; its application must be read.
    void restore(const Deployment &deployment);

    /// Whether the full application must be read, according to this state from a list or, after take(), from an event.
    [[nodiscard]] bool isToBeRead(const ApplicationEntry &entry);
    /// The application as it was before the operations that were not read yet, for a cache: the next run reads them.
    /// Null if nothing is unread.
    [[nodiscard]] std::shared_ptr<const Application> beforeUnread(const ApplicationEntry &entry) const;
    /// Takes a stream event.
    [[nodiscard]] std::vector<Deployment> take(const ApplicationKey &key, const DeploymentMarks &marks, Instant now);
    /// Takes a full application that isToBeRead() or restore() requested.
    [[nodiscard]] std::vector<Deployment> catchUp(const ApplicationKey &key, const DeploymentMarks &marks, Instant now);
    [[nodiscard]] std::vector<Deployment> remove(const ApplicationKey &key, Instant now);

    /// Call as time passes for the applications of an instance whose stream reports every change.
    [[nodiscard]] std::vector<Deployment> wait(const QString &instance, Instant now);
    /// The stream of an instance ended and will be opened again soon: its applications must be read before anything is
    /// concluded.
    void interrupt(const QString &instance);
    /// The same for one application, whose data was read without a stream.
    void interrupt(const ApplicationKey &key);
    /// The instance is not available: changes may be missed, and its applications must be read.
    void loseSight(const QString &instance);
    /// For all instances: this program was suspended for a while.
    void loseSight();
    /// The instance is no longer followed: its deployments in progress end.
    [[nodiscard]] std::vector<Deployment> forget(const QString &instance, Instant now);
    /// The outcome is known from elsewhere.
    void close(const ApplicationKey &key, Instant startedAt);

    // Adds data from other requests to a deployment in progress. Empty if there is none.
    [[nodiscard]] std::optional<Deployment> takeManagers(const ApplicationKey &key, const QStringList &managers);
    [[nodiscard]] std::optional<Deployment> takeCommit(const ApplicationKey &key, const QString &revision,
                                                       const RevisionMetadata &commit);

    /// A follow rule registered a watch for it.
    [[nodiscard]] std::optional<Deployment> takeRule(const ApplicationKey &key, Instant startedAt, const QString &rule);

    /// The deployment in progress; null if there is none.
    [[nodiscard]] const Deployment *open(const ApplicationKey &key) const;
    struct OpenKey
    {
        ApplicationKey key;
        bool isSeen = false; ///< data was received since it was restored or lost
    };
    [[nodiscard]] std::vector<OpenKey> openKeys() const;
    [[nodiscard]] int openCount() const { return static_cast<int>(m_open.size()); }

private:
    /// State of an application, usually its shared Application object.
    class State final
    {
    public:
        [[nodiscard]] ApplicationBefore value() const;
        /// An Application from a list.
        void learn(const std::shared_ptr<const Application> &application);
        void learn(const DeploymentMarks &marks);
        /// Discards the images of its last successful sync, which no longer apply.
        void forgetDesired();

    private:
        void keep(ApplicationBefore value);

        /// derived from this application, or a value of its own; null: unknown
        std::variant<std::shared_ptr<const Application>, std::shared_ptr<const ApplicationBefore>> m_source;
    };
    struct Known
    {
        QString uid;                      ///< empty: unknown
        std::optional<Instant> operation; ///< start of the newest operation
        /// State before that operation, until it is decided whether it is a deployment.
        std::shared_ptr<const ApplicationBefore> before;
        State now;

        [[nodiscard]] bool isDecided() const { return !before; }
    };

    [[nodiscard]] std::vector<Deployment> takeMarks(const ApplicationKey &key, const DeploymentMarks &marks,
                                                    Instant now, Deployment::Proof proof);
    void begin(const ApplicationKey &key, const DeploymentMarks &marks, const ApplicationBefore &before, Instant now,
               Deployment::Proof proof, std::vector<Deployment> &changed);
    void closeMissed(const ApplicationKey &key, const DeploymentMarks &marks, const ApplicationBefore &before,
                     std::vector<Deployment> &missed);

    QHash<ApplicationKey, Known> m_known;
    QHash<ApplicationKey, DeploymentProgress> m_open;
};

} // namespace lynceus
