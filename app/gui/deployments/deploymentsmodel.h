#pragma once

#include "app/gui/lists/orderedtablemodel.h"
#include "app/gui/widgets/statemarks.h"
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

/// Shape, colour and word of how a deployment stands.
[[nodiscard]] StateMark markOf(Deployment::Outcome outcome);

/// One line of the list: a deployment, or a watch that ended and that no known deployment is about.
struct DeploymentRow
{
    Deployment deployment;            ///< of a watch alone: deploymentOf()
    std::optional<WatchRecord> watch; ///< the one that judged it, with its evidence, if it is known
    bool isWatchAlone = false;        ///< counts in no number, because nothing was deployed as far as it is known
};

/// Deployments of a period that a filter lets through, and the watches that ended in it: those in progress first, then
/// in the order of a column.
class DeploymentsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    enum Column { Began, Application, InstanceName, Change, By, Took, Outcome, Proof, ColumnCount };

    /// @param state its running watches show the stages of what is in progress.
    DeploymentsModel(const EngineState &state, const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);
    ~DeploymentsModel() override;

    /// All that are known of the period. @param ended watches; one of a deployment counts from wherever it ended.
    void show(std::vector<Deployment> deployments, const std::vector<WatchRecord> &ended = {});
    /// One that is new, or changed.
    void put(const Deployment &deployment) { put(std::vector{deployment}); }
    void put(const std::vector<Deployment> &deployments);
    /// One that moved on, or ended.
    void put(const WatchRecord &watch);
    void setFilter(const DeploymentFilter &filter);
    /// Only those that began in [from, until); the filter counts, too.
    void setPart(Instant from, Instant until);
    void clearPart();
    [[nodiscard]] const std::optional<std::pair<Instant, Instant>> &part() const { return m_part; }
    [[nodiscard]] const DeploymentFilter &filter() const { return m_filter; }
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    void putInstance(const Instance &instance);
    /// Those in progress stay on top.
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const DeploymentRow &row(int row) const { return m_rows[std::size_t(numberAt(row))]; }
    /// Null: there is none.
    [[nodiscard]] const DeploymentRow *at(const QModelIndex &index) const;
    [[nodiscard]] const Deployment &deployment(int at) const { return row(at).deployment; }
    /// deploymentId(); of a watch alone another one that stays.
    [[nodiscard]] static QString idOf(const DeploymentRow &row);
    /// Hidden ones included.
    [[nodiscard]] int total() const { return int(m_numberOf.size() - m_repeated.size()); }
    /// The deployments that are listed, in their order.
    [[nodiscard]] std::vector<Deployment> shown() const;
    /// The watches that ended of all that is listed, in its order.
    [[nodiscard]] std::vector<WatchRecord> shownWatches() const;
    /// Of all deployments that the filter lets through, whether they are in the part or not, and of those of the period
    /// before.
    [[nodiscard]] DeploymentTrend trend(Instant from, Instant until, const std::vector<Deployment> &before) const;
    /// When the oldest of all began; nothing: there is none.
    [[nodiscard]] std::optional<Instant> oldest() const;
    [[nodiscard]] bool hasRunning() const;
    [[nodiscard]] const InstanceNames &instances() const { return m_instances; }
    [[nodiscard]] QColor colourOf(const QString &instance) const { return QColor(m_colours.value(instance)); }
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] StateMark mark(int row) const;
    /// Of one in progress: as far as its watch knows, or else its application.
    [[nodiscard]] std::optional<StageMarks> stages(int row) const;
    /// Why it is not deployed, or its commit; and its release. May be empty.
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
    std::vector<DeploymentRow> m_rows; ///< by number; numbers of those that left are used again
    std::vector<char> m_fitting;       ///< by number: the filter lets it through
    std::vector<int> m_free;           ///< numbers
    QHash<QString, int> m_numberOf;    ///< by idOf()
    /// Numbers of tasks of team servers of which we saw the deployment ourselves. That has the row, and counts.
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
