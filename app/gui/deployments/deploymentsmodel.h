#pragma once

#include "app/gui/lists/orderedtablemodel.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "core/domain/board/stagemarks.h"
#include "core/domain/deployments/deploymentfilter.h"
#include "core/domain/deployments/deploymentnumbers.h"
#include "core/engine/deployments/historyexport.h"
#include "core/engine/facade/enginestate.h"
#include "core/io/clock.h"

#include <QColor>
#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace lynceus {

/// Shape, colour and label of @p outcome.
[[nodiscard]] StateMark markOf(Deployment::Outcome outcome);

/// One row of the list: a deployment, or an ended watch without a known deployment.
struct DeploymentRow
{
    Deployment deployment;            ///< deploymentOf() if isWatchAlone
    std::optional<WatchRecord> watch; ///< the watch with its verdict and evidence, if known
    bool isWatchAlone = false;        ///< not counted in the metrics: no deployment is known
};

/// The deployments of a period that match a filter, and the watches that ended in it. Deployments in progress come
/// first; the rest is sorted by a column.
class DeploymentsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    enum Column { Began, Application, InstanceName, Change, By, Took, Outcome, Proof, ColumnCount };

    /// @param state source of the stages of running watches.
    DeploymentsModel(const EngineState &state, const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);
    ~DeploymentsModel() override;

    /// Sets all known deployments of the period. @param ended watches; one with a deployment may have ended outside the
    /// period.
    void show(std::vector<Deployment> deployments, const std::vector<WatchRecord> &ended = {});
    /// Adds or updates a deployment.
    void put(const Deployment &deployment) { put(std::vector{deployment}); }
    void put(const std::vector<Deployment> &deployments);
    /// Updates a watch that made progress or ended.
    void put(const WatchRecord &watch);
    void setFilter(const DeploymentFilter &filter);
    /// Shows only deployments that match the filter and began in [from, until).
    void setPart(Instant from, Instant until);
    void clearPart();
    [[nodiscard]] const std::optional<std::pair<Instant, Instant>> &part() const { return m_part; }
    [[nodiscard]] const DeploymentFilter &filter() const { return m_filter; }
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    void putInstance(const Instance &instance);
    /// Deployments in progress stay at the top.
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const DeploymentRow &row(int row) const { return m_rows[std::size_t(numberAt(row))]; }
    /// Null if @p index is invalid.
    [[nodiscard]] const DeploymentRow *at(const QModelIndex &index) const;
    [[nodiscard]] const Deployment &deployment(int at) const { return row(at).deployment; }
    /// A stable id: deploymentId(), or an id derived from the watch if isWatchAlone.
    [[nodiscard]] static QString idOf(const DeploymentRow &row);
    /// @param id an idOf(); true for hidden rows, too.
    [[nodiscard]] bool has(const QString &id) const { return m_numberOf.contains(id); }
    /// Number of rows including hidden ones.
    [[nodiscard]] int total() const { return int(m_numberOf.size() - m_repeated.size()); }
    /// The listed deployments in their order.
    [[nodiscard]] std::vector<Deployment> shown() const;
    /// The ended watches of the listed rows in their order.
    [[nodiscard]] std::vector<WatchRecord> shownWatches() const;
    /// Metrics of all deployments that match the filter, inside part() or not, compared with @p before, the deployments
    /// of the previous period.
    [[nodiscard]] DeploymentTrend trend(Instant from, Instant until, const std::vector<Deployment> &before) const;
    /// Start of the oldest deployment, hidden ones included; empty if there is none.
    [[nodiscard]] std::optional<Instant> oldest() const;
    [[nodiscard]] bool hasRunning() const;
    [[nodiscard]] const InstanceNames &instances() const { return m_instances; }
    [[nodiscard]] QColor colourOf(const QString &instance) const { return QColor(m_colours.value(instance)); }
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] StateMark mark(int row) const;
    /// Stages of a deployment in progress, from its watch or, without one, from its application.
    [[nodiscard]] std::optional<StageMarks> stages(int row) const;
    /// Why it was not deployed, or its commit; followed by its release. May be empty.
    [[nodiscard]] QString secondLine(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool fits(const DeploymentRow &row) const;
    [[nodiscard]] QString textOf(const DeploymentRow &row, int column) const;
    [[nodiscard]] QString spoken(int row, int column) const;
    int putRow(DeploymentRow row);
    void findRepeated();
    void refilter();
    void arrange();

    const EngineState &m_state;
    const Clock &m_clock;
    QTimeZone m_zone;
    std::vector<DeploymentRow> m_rows; ///< by number; numbers of removed rows are reused
    std::vector<char> m_fitting;       ///< by number: 1 if the row matches the filter
    std::vector<int> m_free;           ///< unused numbers in m_rows
    QHash<QString, int> m_numberOf;    ///< by idOf()
    /// Numbers of team server tasks whose deployment Lynceus also saw itself: only that deployment is shown and
    /// counted.
    QSet<int> m_repeated;
    DeploymentFilter m_filter;
    DeploymentMatcher m_matcher;
    std::optional<std::pair<Instant, Instant>> m_part;
    int m_sortColumn = Began;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    InstanceNames m_instances;
    QHash<QString, QString> m_colours;
};

} // namespace lynceus
