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

/// Finds the deployments of all followed instances in what their feeds say, whether anybody registered them or not,
/// and keeps them in the store. Reads what the feeds cannot say: what was missed while Lynceus was not there, commits,
/// and who changed an application's settings.
class DeploymentRegistry final : public QObject
{
    Q_OBJECT
public:
    DeploymentRegistry(InstanceClients &clients, const Clock &clock, QObject *parent = nullptr);
    ~DeploymentRegistry() override;

    /// From now on they are kept there; null: only while the program runs. Continues those that were in progress.
    void setStore(std::unique_ptr<DeploymentStore> store);
    /// How long they are kept; asked at each clean-up.
    void setKept(std::function<Duration()> kept) { m_kept = std::move(kept); }

    void takeChanges(const ChangeSet &changes);
    void takeMarks(const QString &instance, const DeploymentMarks &marks);
    /// A watch of an application; what it decides is the outcome of the deployment that it is about.
    void takeWatch(const WatchRecord &watch);
    /// A follow rule registered a watch of it.
    void setRule(const Deployment &deployment, const QString &rule);
    // What is stored; without a store nothing.
    [[nodiscard]] Result<std::vector<Deployment>> find(const DeploymentQuery &query);
    [[nodiscard]] Result<std::vector<DeploymentSample>> samples(const DeploymentQuery &query);
    /// Whether the stream of the instance tells of every change.
    void setFed(const QString &instance, bool fed);
    /// It is removed; what it deployed stays.
    void forget(const QString &instance);

    [[nodiscard]] const DeploymentTracker &tracker() const { return m_tracker; }
    /// Verdicts that may still be about a deployment.
    [[nodiscard]] std::size_t heldWatches() const { return m_watches.size(); }

Q_SIGNALS:
    /// New, or anything about it changed.
    void deploymentChanged(const lynceus::Deployment &deployment);

private:
    [[nodiscard]] Instant serverNow(const QString &instance) const;
    [[nodiscard]] DeploymentReader *reader(const QString &instance);
    void restore(const Deployment &deployment);
    void read(const ApplicationKey &key, const QString &project);
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
    QHash<ApplicationKey, Duration> m_readAt; ///< monotonic; of those in progress
    QSet<QString> m_fed;                      ///< instances
    QSet<QString> m_asked;                    ///< ids of deployments whose commit or managers were asked for
    std::map<QString, WatchRecord> m_watches; ///< by id; those that may be about a deployment
    std::function<Duration()> m_kept;
    QTimer m_ticking;          ///< while something is in progress
    Instant m_lookedAt{};      ///< when this program saw last that it runs, by our clock…
    Duration m_lookedAfter{0}; ///< …and monotonic
    QTimer m_cleaning;
    bool m_toldTrouble = false;
};

} // namespace lynceus
