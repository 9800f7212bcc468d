#pragma once

#include "app/gui/widgets/statemarks.h"
#include "core/domain/deployments/deploymentfilter.h"
#include "core/domain/deployments/deploymentnumbers.h"
#include "core/domain/model/instance.h"
#include "core/engine/historyexport.h"
#include "core/io/clock.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace lynceus {

/// Shape, colour and word of how a deployment stands.
[[nodiscard]] StateMark markOf(Deployment::Outcome outcome);

/// Deployments of a period that a filter lets through: those that go on first, then the newest first. Never reset: a
/// new answer becomes removals, moves, inserts and changes.
class DeploymentsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Began, Application, InstanceName, Change, By, Took, Outcome, Proof, ColumnCount };

    DeploymentsModel(const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);
    ~DeploymentsModel() override;

    /// All that are known of the period.
    void show(std::vector<Deployment> deployments);
    /// One that is new, or changed.
    void put(const Deployment &deployment) { put(std::vector{deployment}); }
    void put(const std::vector<Deployment> &deployments);
    void setFilter(const DeploymentFilter &filter);
    /// Only those that began in [from, until); the filter counts, too.
    void setPart(Instant from, Instant until);
    void clearPart();
    [[nodiscard]] const std::optional<std::pair<Instant, Instant>> &part() const { return m_part; }
    [[nodiscard]] const DeploymentFilter &filter() const { return m_filter; }
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    void putInstance(const Instance &instance);

    [[nodiscard]] const Deployment *at(const QModelIndex &index) const;
    [[nodiscard]] const Deployment &deployment(int row) const { return m_shown[std::size_t(row)]; }
    /// -1: it is hidden or not there.
    [[nodiscard]] int rowOf(const QString &id) const;
    /// Hidden ones included.
    [[nodiscard]] int total() const { return int(m_all.size()); }
    [[nodiscard]] const std::vector<Deployment> &shown() const { return m_shown; }
    /// Of all that the filter lets through, whether they are in the part or not, and of those of the period before.
    [[nodiscard]] DeploymentTrend trend(Instant from, Instant until, const std::vector<Deployment> &before) const;
    [[nodiscard]] bool hasRunning() const;
    [[nodiscard]] const InstanceNames &instances() const { return m_instances; }
    [[nodiscard]] QColor colourOf(const QString &instance) const { return QColor(m_colours.value(instance)); }
    [[nodiscard]] QString text(int row, int column) const;
    /// Why it is not deployed, or its commit; may be empty.
    [[nodiscard]] QString secondLine(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool fits(const Deployment &deployment) const;
    void findRepeated();
    [[nodiscard]] QString spoken(int row) const;
    void arrange();
    void removeUnwanted(const QHash<QString, std::size_t> &wanted);

    const Clock &m_clock;
    QTimeZone m_zone;
    QHash<QString, Deployment> m_all; ///< by deploymentId()
    /// By deploymentId(): tasks of team servers of which we saw the deployment ourselves. That has the row, and counts.
    QSet<QString> m_repeated;
    std::vector<Deployment> m_shown;
    DeploymentFilter m_filter;
    DeploymentMatcher m_matcher;
    std::optional<std::pair<Instant, Instant>> m_part;
    InstanceNames m_instances;
    QHash<QString, QString> m_colours;
};

} // namespace lynceus
