#pragma once

#include "core/domain/deployments/deploymenttracker.h"
#include "core/domain/watch/watchrecord.h"
#include "core/engine/clients/instanceclients.h"
#include "core/engine/deployments/deploymentreader.h"
#include "core/io/store/deployments/deploymentstore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>

namespace lynceus {

/// Detects deployments of all followed instances in their feeds, registered or not, and stores them. Reads what feeds
/// do not contain: deployments missed while Lynceus was not running, commits, and who changed an application's
/// settings.
class DeploymentRegistry final : public QObject
{
    Q_OBJECT
public:
    DeploymentRegistry(InstanceClients &clients, const Clock &clock, QObject *parent = nullptr);
    ~DeploymentRegistry() override;

    /// Stores deployments in @p store from now on and continues those in progress; null: they are lost on exit.
    void setStore(std::unique_ptr<DeploymentStore> store);
    /// Returns how long deployments are kept; called at each clean-up.
    void setKept(std::function<Duration()> kept) { m_kept = std::move(kept); }

    void takeChanges(const ChangeSet &changes);
    void takeMarks(const QString &instance, const DeploymentMarks &marks);
    /// Call when a watch changes; its verdict is the outcome of the matching deployment.
    void takeWatch(const WatchRecord &watch);
    /// Records that follow rule @p rule registered a watch for the deployment.
    void setRule(const Deployment &deployment, const QString &rule);
    // Stored deployments; none without a store.
    [[nodiscard]] Result<std::vector<Deployment>> find(const DeploymentQuery &query);
    [[nodiscard]] Result<std::vector<DeploymentSample>> samples(const DeploymentQuery &query);
    /// Whether the stream of the instance reports every change. False: the instance is polled or not available.
    void setFed(const QString &instance, bool fed);
    /// The stream of the instance ended. Call setFed() when the next one reports every change.
    void interrupt(const QString &instance);
    /// Call when the instance is removed; its deployments are kept.
    void forget(const QString &instance);
    /// Replaces the applications with deployments that were not read yet by their last known state. If @p entries are
    /// cached, the next run reads these deployments.
    void keepUnread(std::vector<ApplicationEntry> &entries) const;

    [[nodiscard]] const DeploymentTracker &tracker() const { return m_tracker; }
    /// Number of watches whose verdict may still belong to a deployment.
    [[nodiscard]] std::size_t heldWatches() const { return m_watches.size(); }

Q_SIGNALS:
    /// The deployment is new or has changed.
    void deploymentChanged(const lynceus::Deployment &deployment);
    /// Deployments of an application of the instance were read: keepUnread() replaces fewer applications.
    void caughtUp(const QString &instance);

private:
    [[nodiscard]] Instant serverNow(const QString &instance) const;
    [[nodiscard]] DeploymentReader *reader(const QString &instance);
    void restore(const Deployment &deployment);
    void read(const ApplicationKey &key, const QString &project);
    void changeClient(const QString &instance);
    void readGivenUp();
    void keep(std::vector<Deployment> changed);
    void askFor(const Deployment &deployment);
    void takeRead(const ApplicationKey &key, const DeploymentMarks &marks);
    void takeCommit(const ApplicationKey &key, const QString &revision, const RevisionMetadata &commit);
    void link(Deployment &deployment) const;
    void startTicking();
    void noteAbsence();
    void tick();
    void forgetOldWatches();
    void forgetOld();

    InstanceClients &m_clients;
    const Clock &m_clock;
    DeploymentTracker m_tracker;
    std::unique_ptr<DeploymentStore> m_store;
    std::map<QString, std::unique_ptr<DeploymentReader>> m_readers;
    QHash<ApplicationKey, Duration> m_readAt; ///< monotonic; deployments in progress
    QHash<ApplicationKey, QString> m_unread;  ///< with their projects, until they were read
    QSet<ApplicationKey> m_givenUp;           ///< of m_unread: to be read again later
    QTimer m_later;                           ///< until then
    QSet<QString> m_fed;                      ///< instances
    QSet<QString> m_interrupted;              ///< instances between two streams
    QSet<QString> m_asked;                    ///< ids of deployments whose commit or managers were requested
    std::map<QString, WatchRecord> m_watches; ///< by id; watches that may belong to a deployment
    std::function<Duration()> m_kept;
    QTimer m_ticking;           ///< while a deployment is in progress
    Instant m_checkedAt{};      ///< last time that this program was known to run; our clock
    Duration m_checkedAfter{0}; ///< the same time; monotonic
    QTimer m_cleaning;
    bool m_reportedTrouble = false;
};

} // namespace lynceus
