#pragma once

#include "app/gui/lists/orderedtablemodel.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "core/domain/search/filtermatcher.h"
#include "core/domain/versions/versionhistory.h"
#include "core/domain/versions/versiontable.h"
#include "core/io/clock.h"

#include <QTimeZone>

namespace lynceus {

/// Content of a cell of the version matrix.
struct VersionCell
{
    QString versions; ///< "1.4.0", or "1.4.0, 1.5.0"; digests are shortened. Empty: the service does not run there
    StateMark state;  ///< the worst of its applications
    QString age;      ///< time since the last sync of its applications: "3 h"; empty: never synced
    QString ahead;    ///< environment to the left with other versions; empty: none
    bool hasDrift = false;
};

/// The version matrix: which version of each service runs in which environment. Rows are image repositories in natural
/// order, named in the vertical header; columns are environments. Filters rows, and updates single cells.
class VersionsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    explicit VersionsModel(const Clock &clock, QObject *parent = nullptr);
    ~VersionsModel() override;

    void apply(const ChangeSet &changes);
    void setInstance(const QString &id, const QString &name);
    /// Also removes its applications.
    void removeInstance(const QString &id);
    /// Adds or updates a deployment; lag() counts deployments.
    void takeDeployment(const Deployment &deployment) { m_history.take(deployment); }
    /// Emits dataChanged() for lag(). Call once after a batch of takeDeployment().
    void reportLag();
    /// Sets the time zone for displayed dates.
    void setZone(const QTimeZone &zone);

    void setRule(const EnvironmentRule &rule);
    [[nodiscard]] const EnvironmentRule &rule() const { return m_rule; }
    /// Sets the column order: environment names, or instance ids. Other environments follow in natural order.
    void setOrder(const QStringList &environments);
    /// The shown environments, then those of setOrder() that do not exist now.
    [[nodiscard]] QStringList order() const;
    void moveEnvironment(int from, int to);
    /// A row is shown if one of its applications matches; of the application's images, only the row's own is compared.
    /// `is:` is ignored.
    void setFilter(const FilterWords &filter);
    [[nodiscard]] const FilterWords &filter() const { return m_filter; }
    void setDifferingOnly(bool isDifferingOnly);

    /// Number of rows including hidden ones.
    [[nodiscard]] int total() const { return int(m_order.size()); }
    /// Number of applications that belong to no environment.
    [[nodiscard]] int unplaced() const { return m_table.unplaced(); }
    [[nodiscard]] const QString &repository(int row) const { return rowAt(row).repository; }
    /// -1 if the repository is hidden or runs nowhere.
    [[nodiscard]] int rowOf(const QString &repository) const;
    [[nodiscard]] bool differs(int row) const;
    [[nodiscard]] VersionCell cell(int row, int column) const;
    [[nodiscard]] QString title(int column) const;
    /// "2 deployments behind dev since 2026-11-28"; empty if it is not behind, or the lag is unknown.
    [[nodiscard]] QString lag(int row, int column) const;
    /// The applications of a cell, ordered by version, then in the order they were added.
    [[nodiscard]] std::vector<ApplicationEntry> applications(int row, int column) const;
    [[nodiscard]] QString instanceName(const QString &id) const { return m_names.value(id, id); }
    /// Label keys of all applications, in natural order.
    [[nodiscard]] QStringList labels() const;
    /// The matrix as shown, with instance names instead of ids.
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
    QHash<QString, QString> m_names; ///< of instances, by id
    VersionTable m_table;
    std::vector<int> m_columns;  ///< numbers of environments
    std::vector<int> m_order;    ///< numbers of all rows in natural order
    std::vector<char> m_fitting; ///< by number of the row
    FilterWords m_filter;
    FilterMatcher m_matcher;
    bool m_isDifferingOnly = false;
};

} // namespace lynceus
