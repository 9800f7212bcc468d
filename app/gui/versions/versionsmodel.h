#pragma once

#include "app/gui/lists/orderedtablemodel.h"
#include "app/gui/widgets/statemarks.h"
#include "core/domain/search/filtermatcher.h"
#include "core/domain/versions/versionhistory.h"
#include "core/domain/versions/versiontable.h"
#include "core/io/clock.h"

#include <QTimeZone>

namespace lynceus {

/// What a cell of the matrix says.
struct VersionCell
{
    QString versions; ///< "1.4.0", or "1.4.0, 1.5.0"; digests are short. Empty: the service does not run there
    StateMark state;  ///< the worst of its applications
    QString age;      ///< since the last sync of its applications: "3 h"; empty: they never were
    QString ahead;    ///< the environment to its left that has other versions; empty: none
    bool hasDrift = false;
};

/// Which version of each service runs in which environment: rows are image repositories in natural order, which the
/// vertical header names, columns are environments. Filtered and kept up to date here, cell by cell.
class VersionsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    explicit VersionsModel(const Clock &clock, QObject *parent = nullptr);
    ~VersionsModel() override;

    void apply(const ChangeSet &changes);
    void setInstance(const QString &id, const QString &name);
    /// Its applications go with it.
    void removeInstance(const QString &id);
    /// New or changed: how far cells are behind is counted in these.
    void takeDeployment(const Deployment &deployment) { m_history.take(deployment); }
    /// Tells views that cells say another lag() now: after many deployments were taken.
    void tellLag();
    /// In which dates are shown from now on.
    void setZone(const QTimeZone &zone);

    void setRule(const EnvironmentRule &rule);
    [[nodiscard]] const EnvironmentRule &rule() const { return m_rule; }
    /// By name, instances by id; others stand behind them in natural order.
    void setOrder(const QStringList &environments);
    /// Those that are shown, then those of setOrder() that are not there now.
    [[nodiscard]] QStringList order() const;
    void moveEnvironment(int from, int to);
    /// A row is shown if one of its applications fits, of which only the image of the row counts. `is:` hides nothing.
    void setFilter(const FilterWords &filter);
    [[nodiscard]] const FilterWords &filter() const { return m_filter; }
    void setDifferingOnly(bool isDifferingOnly);

    /// Hidden ones included.
    [[nodiscard]] int total() const { return int(m_order.size()); }
    /// Applications that belong to no environment.
    [[nodiscard]] int unplaced() const { return m_table.unplaced(); }
    [[nodiscard]] const QString &repository(int row) const { return rowAt(row).repository; }
    /// -1: it is hidden, or runs nowhere.
    [[nodiscard]] int rowOf(const QString &repository) const;
    [[nodiscard]] bool differs(int row) const;
    [[nodiscard]] VersionCell cell(int row, int column) const;
    [[nodiscard]] QString title(int column) const;
    /// "2 deployments behind dev since 2026-11-28"; empty: it is not behind, or not known how far.
    [[nodiscard]] QString lag(int row, int column) const;
    /// Of a cell, by version and then as they came.
    [[nodiscard]] std::vector<ApplicationEntry> applications(int row, int column) const;
    [[nodiscard]] QString instanceName(const QString &id) const { return m_names.value(id, id); }
    /// Keys of labels that applications have, in natural order.
    [[nodiscard]] QStringList labels() const;
    /// As it is shown, instances by their names.
    [[nodiscard]] VersionMatrix shown() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const VersionTable::Row &rowAt(int row) const { return m_table.row(numberAt(row)); }
    [[nodiscard]] const VersionTable::Cell &cellAt(int row, int column) const;
    [[nodiscard]] VersionTable::Placing placing() const;
    [[nodiscard]] QString titleOf(const VersionTable::Environment &environment) const;
    [[nodiscard]] QString spoken(int row, int column) const;
    [[nodiscard]] QString spokenCell(int row, int column) const;
    [[nodiscard]] QString copied(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;

    void take(const VersionTable::Changes &changes);
    [[nodiscard]] std::vector<int> wantedEnvironments() const;
    void showEnvironments();
    void arrangeColumns(std::vector<int> environments);
    [[nodiscard]] bool fits(int number) const;
    void refilter();
    void showFitting();

    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    VersionHistory m_history;
    EnvironmentRule m_rule;
    QStringList m_environmentOrder;
    QHash<QString, QString> m_names; ///< of instances
    VersionTable m_table;
    std::vector<int> m_columns;  ///< numbers of environments
    std::vector<int> m_order;    ///< numbers of all rows in natural order
    std::vector<char> m_fitting; ///< by number of the row
    FilterWords m_filter;
    FilterMatcher m_matcher;
    bool m_isDifferingOnly = false;
};

} // namespace lynceus
