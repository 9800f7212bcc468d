#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace lynceus {

/// A table whose rows are records kept by the subclass, each identified by a fixed number, for example an index in a
/// vector. This class stores which records are shown, and in which order. Never reset: a new order becomes removals
/// from the end, at most one layout change, and insertions by span, so that selection and scroll position are kept.
class OrderedTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    /// From top to bottom.
    [[nodiscard]] const std::vector<int> &shownNumbers() const { return m_shown; }
    [[nodiscard]] int numberAt(int row) const { return m_shown[std::size_t(row)]; }
    /// -1 if it is not shown.
    [[nodiscard]] int rowOfNumber(int number) const;
    /// Shows the records @p wanted in this order, without duplicates. Removed records must exist until it returns.
    void showNumbers(const std::vector<int> &wanted);
    /// Emits dataChanged() in spans; ignores records that are not shown.
    void reportChanged(const std::vector<int> &numbers, int firstColumn, int lastColumn, const QList<int> &roles = {});

private:
    void removeUnwanted(const std::vector<int> &wanted);
    void reorder(std::vector<int> order);
    void insertWanted(const std::vector<int> &wanted);

    std::vector<int> m_shown;
    mutable std::vector<int> m_rowOf; ///< by number
    mutable bool m_isRowOfKnown = false;
};

} // namespace lynceus
