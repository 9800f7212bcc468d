#include "app/gui/applications/applicationsmodel.h"

#include <algorithm>

// How ApplicationsModel gets from one arrangement of rows to the next, told in the signals that views understand.

namespace lynceus {

namespace {

/// More spans than that in one step are told as one change of order and one span: each span costs a view as much as
/// one such change.
constexpr std::size_t kMostSpans = 64;

struct Span
{
    int first = 0;
    int last = 0;
};

/// @param numbers ascending.
std::vector<Span> spansOf(const std::vector<int> &numbers)
{
    std::vector<Span> spans;
    for (const int number : numbers) {
        if (!spans.empty() && spans.back().last + 1 == number)
            spans.back().last = number;
        else
            spans.push_back({number, number});
    }
    return spans;
}

} // namespace

void ApplicationsModel::moveTo(const std::vector<int> &wanted)
{
    if (wanted == m_shown)
        return;
    removeUnwanted(wanted);
    std::vector<char> isThere(m_rows.size(), 0);
    for (const int slot : m_shown)
        isThere[std::size_t(slot)] = 1;
    std::vector<int> kept;
    kept.reserve(m_shown.size());
    std::ranges::copy_if(wanted, std::back_inserter(kept), [&isThere](int slot) { return isThere[std::size_t(slot)]; });
    if (kept != m_shown)
        reorder(std::move(kept));
    insertWanted(wanted);
    Q_ASSERT(m_shown == wanted);
}

void ApplicationsModel::removeUnwanted(const std::vector<int> &wanted)
{
    std::vector<char> isWanted(m_rows.size(), 0);
    for (const int slot : wanted)
        isWanted[std::size_t(slot)] = 1;
    std::vector<int> doomed; // rows of the table
    for (std::size_t shown = 0; shown < m_shown.size(); ++shown) {
        if (!isWanted[std::size_t(m_shown[shown])])
            doomed.push_back(int(shown));
    }
    auto spans = spansOf(doomed);
    if (spans.size() > kMostSpans) {
        auto order = m_shown;
        std::stable_partition(order.begin(), order.end(),
                              [&isWanted](int slot) { return isWanted[std::size_t(slot)]; });
        reorder(std::move(order));
        spans = {{int(m_shown.size() - doomed.size()), int(m_shown.size()) - 1}};
    }
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        beginRemoveRows({}, span->first, span->last);
        m_shown.erase(m_shown.begin() + span->first, m_shown.begin() + span->last + 1);
        m_placesKnown = false;
        endRemoveRows();
    }
}

void ApplicationsModel::reorder(std::vector<int> order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto from = persistentIndexList();
    std::vector<int> slots(std::size_t(from.size()));
    std::ranges::transform(from, slots.begin(),
                           [this](const QModelIndex &index) { return m_shown[std::size_t(index.row())]; });
    m_shown = std::move(order);
    m_placesKnown = false;
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.push_back(index(places()[std::size_t(slots[std::size_t(i)])], from[i].column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ApplicationsModel::insertWanted(const std::vector<int> &wanted)
{
    std::vector<char> isThere(m_rows.size(), 0);
    for (const int slot : m_shown)
        isThere[std::size_t(slot)] = 1;
    std::vector<int> fresh; // rows of the table to be
    for (std::size_t shown = 0; shown < wanted.size(); ++shown) {
        if (!isThere[std::size_t(wanted[shown])])
            fresh.push_back(int(shown));
    }
    const auto spans = spansOf(fresh);
    if (spans.size() > kMostSpans) {
        const int first = int(m_shown.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        std::ranges::transform(fresh, std::back_inserter(m_shown),
                               [&wanted](int shown) { return wanted[std::size_t(shown)]; });
        m_placesKnown = false;
        endInsertRows();
        reorder(wanted);
        return;
    }
    for (const auto &span : spans) {
        beginInsertRows({}, span.first, span.last);
        m_shown.insert(m_shown.begin() + span.first, wanted.begin() + span.first, wanted.begin() + span.last + 1);
        m_placesKnown = false;
        endInsertRows();
    }
}

const std::vector<int> &ApplicationsModel::places() const
{
    if (!m_placesKnown) {
        m_places.assign(m_rows.size(), -1);
        for (std::size_t shown = 0; shown < m_shown.size(); ++shown)
            m_places[std::size_t(m_shown[shown])] = int(shown);
        m_placesKnown = true;
    }
    return m_places;
}

void ApplicationsModel::tellChanged(std::vector<Touched> touched)
{
    // Slots become rows of the table; hidden ones go.
    for (auto &each : touched)
        each.slot = places()[std::size_t(each.slot)];
    std::erase_if(touched, [](const Touched &each) { return each.slot < 0 || columnsTouchedBy(each.mask).empty(); });
    std::ranges::sort(touched, {}, &Touched::slot);
    for (std::size_t first = 0; first < touched.size();) {
        auto last = first;
        FieldMask mask = touched[first].mask;
        while (last + 1 < touched.size() && touched[last + 1].slot <= touched[last].slot + 1)
            mask |= touched[++last].mask;
        const auto columns = columnsTouchedBy(mask);
        const auto [left, right] = std::ranges::minmax(columns);
        Q_EMIT dataChanged(index(touched[first].slot, int(left)), index(touched[last].slot, int(right)),
                           {Qt::DisplayRole, Qt::AccessibleTextRole});
        first = last + 1;
    }
}

} // namespace lynceus
