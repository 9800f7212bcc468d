#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace lynceus {

/// A table whose rows are records that the model keeps elsewhere, each known by a number that stays: a position in a
/// vector, for instance. Here is only which of them are shown, and in which order. Never reset: another order becomes
/// removals from the end, at most one change of order, and insertions by span, so that selection and scroll position
/// survive.
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
    /// -1: it is not shown.
    [[nodiscard]] int rowOfNumber(int number) const;
    /// @p wanted are shown from now on, in this order; none twice. Records that leave must be there until it returns.
    void showNumbers(const std::vector<int> &wanted);
    /// In spans; those that are not shown are left out.
    void tellChanged(const std::vector<int> &numbers, int firstColumn, int lastColumn, const QList<int> &roles = {});

private:
    void removeUnwanted(const std::vector<int> &wanted);
    void reorder(std::vector<int> order);
    void insertWanted(const std::vector<int> &wanted);

    std::vector<int> m_shown;
    mutable std::vector<int> m_rowOf; ///< by number
    mutable bool m_isRowOfKnown = false;
};

} // namespace lynceus
