#pragma once

#include "core/domain/deployments/deploymentprogress.h"
#include "core/domain/model/changeset.h"

#include <QHash>

#include <variant>

namespace lynceus {

/// Finds the deployments in what applications say, each exactly once, and follows each to its outcome.
///
/// Events of the stream are taken as they come. What a list shows is only compared: an operation of which no event
/// told, because Lynceus was not running or not connected, makes the application one to be read as a whole; its history
/// then has what was missed. The first sight of an application is not a deployment, nor is the sync that runs then:
/// what it ran before is not known.
///
/// All results are deployments that are new or changed. Times are the server's.
class DeploymentTracker final
{
public:
    /// How an application was when it was seen last, perhaps by an earlier run.
    void remember(const ApplicationEntry &entry);
    /// A deployment that was not over in an earlier run; its application is to be read.
    void restore(const Deployment &deployment);

    /// What a list or an event made of it, after take(). Whether it is to be read as a whole.
    [[nodiscard]] bool isToBeRead(const ApplicationEntry &entry);
    /// An event of the stream.
    [[nodiscard]] std::vector<Deployment> take(const ApplicationKey &key, const DeploymentMarks &marks, Instant now);
    /// A whole application, read because isToBeRead() or restore() asked for it.
    [[nodiscard]] std::vector<Deployment> catchUp(const ApplicationKey &key, const DeploymentMarks &marks, Instant now);
    [[nodiscard]] std::vector<Deployment> remove(const ApplicationKey &key, Instant now);

    /// Time passes for the applications of an instance whose stream tells of every change.
    [[nodiscard]] std::vector<Deployment> wait(const QString &instance, Instant now);
    /// The stream of an instance ended: nobody tells of changes, and its applications are to be read.
    void loseSight(const QString &instance);
    /// Of all instances: this program saw nothing for a while.
    void loseSight();
    /// The instance is not followed any more: what is in progress there ends.
    [[nodiscard]] std::vector<Deployment> forget(const QString &instance, Instant now);
    /// Its outcome is known otherwise.
    void close(const ApplicationKey &key, Instant startedAt);

    // What was learned of a deployment otherwise. The results are as above; nothing if there is no such deployment in
    // progress.
    [[nodiscard]] std::optional<Deployment> takeManagers(const ApplicationKey &key, const QStringList &managers);
    [[nodiscard]] std::optional<Deployment> takeCommit(const ApplicationKey &key, const QString &revision,
                                                       const RevisionMetadata &commit);

    /// A follow rule registered a watch of it.
    [[nodiscard]] std::optional<Deployment> takeRule(const ApplicationKey &key, Instant startedAt, const QString &rule);

    /// In progress; null if there is none.
    [[nodiscard]] const Deployment *open(const ApplicationKey &key) const;
    struct OpenKey
    {
        ApplicationKey key;
        bool isSeen = false; ///< since it was restored or lost sight of
    };
    [[nodiscard]] std::vector<OpenKey> openKeys() const;
    [[nodiscard]] int openCount() const { return static_cast<int>(m_open.size()); }

private:
    /// What is known of an application: mostly what the application itself says, which all share.
    class State final
    {
    public:
        [[nodiscard]] ApplicationBefore value() const;
        /// An Application as lists say it.
        void learn(const std::shared_ptr<const Application> &application);
        void learn(const DeploymentMarks &marks);
        /// What its last successful sync wanted is no measure any more.
        void forgetDesired();

    private:
        void keep(ApplicationBefore value);

        /// It follows from this application, or is its own; null: nothing is known.
        std::variant<std::shared_ptr<const Application>, std::shared_ptr<const ApplicationBefore>> m_source;
    };
    struct Known
    {
        std::optional<Instant> operation;                ///< start of the newest one
        std::shared_ptr<const ApplicationBefore> before; ///< that one, until it is decided whether it is a deployment
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
