#include "app/gui/lists/orderedtablemodel.h"

#include <algorithm>

namespace lynceus {

namespace {

/// More spans than this are reported as one layout change and one span: each span costs a view as much as a layout
/// change.
constexpr std::size_t kMostSpans = 64;

struct Span
{
    int first = 0;
    int last = 0;
};

/// @param rows ascending.
std::vector<Span> spansOf(const std::vector<int> &rows)
{
    std::vector<Span> spans;
    for (const int row : rows) {
        if (!spans.empty() && spans.back().last + 1 == row)
            spans.back().last = row;
        else
            spans.push_back({row, row});
    }
    return spans;
}

/// A set of numbers with constant-time lookup.
class NumberSet final
{
public:
    explicit NumberSet(const std::vector<int> &numbers)
        : m_flags(numbers.empty() ? 0 : std::size_t(std::ranges::max(numbers)) + 1)
    {
        for (const int number : numbers)
            m_flags[std::size_t(number)] = 1;
    }

    [[nodiscard]] bool has(int number) const
    {
        return std::size_t(number) < m_flags.size() && m_flags[std::size_t(number)] != 0;
    }

private:
    std::vector<char> m_flags;
};

} // namespace

int OrderedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int OrderedTableModel::rowOfNumber(int number) const
{
    if (!m_isRowOfKnown) {
        m_rowOf.assign(m_shown.empty() ? 0 : std::size_t(std::ranges::max(m_shown)) + 1, -1);
        for (std::size_t row = 0; row < m_shown.size(); ++row)
            m_rowOf[std::size_t(m_shown[row])] = int(row);
        m_isRowOfKnown = true;
    }
    return std::size_t(number) < m_rowOf.size() ? m_rowOf[std::size_t(number)] : -1;
}

void OrderedTableModel::showNumbers(const std::vector<int> &wanted)
{
    if (wanted == m_shown)
        return;
    removeUnwanted(wanted);
    const NumberSet isThere(m_shown);
    std::vector<int> kept;
    kept.reserve(m_shown.size());
    std::ranges::copy_if(wanted, std::back_inserter(kept), [&isThere](int number) { return isThere.has(number); });
    if (kept != m_shown)
        reorder(std::move(kept));
    insertWanted(wanted);
    Q_ASSERT(m_shown == wanted);
}

void OrderedTableModel::removeUnwanted(const std::vector<int> &wanted)
{
    const NumberSet isWanted(wanted);
    std::vector<int> doomed; // rows
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (!isWanted.has(m_shown[row]))
            doomed.push_back(int(row));
    }
    auto spans = spansOf(doomed);
    if (spans.size() > kMostSpans) {
        auto order = m_shown;
        std::stable_partition(order.begin(), order.end(), [&isWanted](int number) { return isWanted.has(number); });
        reorder(std::move(order));
        spans = {{int(m_shown.size() - doomed.size()), int(m_shown.size()) - 1}};
    }
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        beginRemoveRows({}, span->first, span->last);
        m_shown.erase(m_shown.begin() + span->first, m_shown.begin() + span->last + 1);
        m_isRowOfKnown = false;
        endRemoveRows();
    }
}

void OrderedTableModel::reorder(std::vector<int> order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto from = persistentIndexList();
    std::vector<int> numbers(std::size_t(from.size()));
    std::ranges::transform(from, numbers.begin(), [this](const QModelIndex &index) { return numberAt(index.row()); });
    m_shown = std::move(order);
    m_isRowOfKnown = false;
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.push_back(index(rowOfNumber(numbers[std::size_t(i)]), from[i].column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void OrderedTableModel::insertWanted(const std::vector<int> &wanted)
{
    const NumberSet isThere(m_shown);
    std::vector<int> fresh; // rows to insert
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (!isThere.has(wanted[row]))
            fresh.push_back(int(row));
    }
    const auto spans = spansOf(fresh);
    if (spans.size() > kMostSpans) {
        const int first = int(m_shown.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        std::ranges::transform(fresh, std::back_inserter(m_shown),
                               [&wanted](int row) { return wanted[std::size_t(row)]; });
        m_isRowOfKnown = false;
        endInsertRows();
        reorder(wanted);
        return;
    }
    for (const auto &span : spans) {
        beginInsertRows({}, span.first, span.last);
        m_shown.insert(m_shown.begin() + span.first, wanted.begin() + span.first, wanted.begin() + span.last + 1);
        m_isRowOfKnown = false;
        endInsertRows();
    }
}

void OrderedTableModel::reportChanged(const std::vector<int> &numbers, int firstColumn, int lastColumn,
                                      const QList<int> &roles)
{
    std::vector<int> rows;
    for (const int number : numbers) {
        if (const int row = rowOfNumber(number); row >= 0)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end()); // remove duplicates
    for (const auto &span : spansOf(rows))
        Q_EMIT dataChanged(index(span.first, firstColumn), index(span.last, lastColumn), roles);
}

} // namespace lynceus
