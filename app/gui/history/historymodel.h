#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/historyexport.h"
#include "core/engine/instancestate.h"
#include "core/io/clock.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimeZone>

namespace lynceus {

/// Past verdicts, sorted by one column. A new answer becomes removals, inserts and changes, another order one
/// layoutChanged: it never resets, selection and scroll survive.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Ended, Application, InstanceName, Versions, Verdict, Cause, Took, Release, ColumnCount };
    enum Role { StateRoleRole = Qt::UserRole + 1, InstanceColourRole };

    HistoryModel(const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);

    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    void show(std::vector<WatchRecord> watches);
    void putInstance(const Instance &instance);
    [[nodiscard]] const WatchRecord *at(const QModelIndex &index) const;
    [[nodiscard]] const std::vector<WatchRecord> &watches() const { return m_watches; } ///< as they are shown
    [[nodiscard]] const InstanceNames &instances() const { return m_instances; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] bool isBefore(const WatchRecord &left, const WatchRecord &right) const;
    [[nodiscard]] int compare(const WatchRecord &left, const WatchRecord &right) const;
    [[nodiscard]] QString text(const WatchRecord &watch, int column) const;
    [[nodiscard]] QString spoken(const WatchRecord &watch) const;
    void removeMissing(const QHash<QString, std::size_t> &wanted);

    const Clock &m_clock;
    QTimeZone m_zone;
    std::vector<WatchRecord> m_watches;
    InstanceNames m_instances;
    QHash<QString, QString> m_colours;
    int m_column = Ended;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace lynceus
