#include "app/gui/applications/applicationorder.h"
#include "app/gui/applications/applicationsmodel.h"
#include "core/domain/base/nearest.h"
#include "core/domain/search/naturalkey.h"

#include <algorithm>
#include <numeric>

// How ApplicationsModel gets from one arrangement of rows to the next, told in the signals that views understand.

namespace lynceus {

using namespace Qt::StringLiterals;

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

template<typename Name>
std::vector<int> ranksOf(std::size_t count, Name name)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&name](int left, int right) { return compareNaturally(name(left), name(right)) < 0; });
    std::vector<int> ranks(count);
    for (std::size_t rank = 0; rank < count; ++rank)
        ranks[std::size_t(order[rank])] = int(rank);
    return ranks;
}

std::uint64_t headOfText(const QString &text)
{
    const auto key = naturalKey(QStringView(text).left(8));
    std::uint64_t head = 0;
    for (qsizetype i = 0; i < 8; ++i)
        head = head << 8 | (i < key.size() ? std::uint8_t(key[i]) : 0U);
    return head;
}

std::vector<int> inOrder(const ApplicationOrder &order, const std::vector<int> &slots)
{
    std::vector<OrderKey> keys(slots.size());
    std::ranges::transform(slots, keys.begin(), [&order](int slot) { return order.keyOf(slot); });
    std::ranges::sort(keys,
                      [&order](const OrderKey &left, const OrderKey &right) { return order.before(left, right); });
    std::vector<int> sorted(keys.size());
    std::ranges::transform(keys, sorted.begin(), &OrderKey::slot);
    return sorted;
}

} // namespace

ApplicationsModel::Head ApplicationsModel::headOf(const ApplicationRow &row) const
{
    const auto &application = row.application();
    switch (m_sortColumn) {
    case ApplicationColumn::Name:
        return row.nameHead;
    case ApplicationColumn::Instance:
        return Head(m_instanceRanks[std::size_t(row.instance)]);
    case ApplicationColumn::Project:
        return Head(m_projectRanks[std::size_t(row.project)]);
    case ApplicationColumn::Health:
        return severityOf(application.health.status);
    case ApplicationColumn::Sync:
        return severityOf(application);
    case ApplicationColumn::Images:
        return headOfText(imagesText(application));
    case ApplicationColumn::LastSync:
        return Head(lastSyncOf(application).value_or(Instant{}).time_since_epoch().count());
    case ApplicationColumn::DataAge:
        // Ascending: the freshest first. As it was when the order was chosen: rows must not jump each second.
        return ~Head(instanceOf(row).heardAt.value_or(Instant{}).time_since_epoch().count());
    }
    Q_UNREACHABLE();
}

void ApplicationsModel::renewRanks()
{
    m_instanceRanks =
        ranksOf(m_instances.size(), [this](int each) { return m_instances[std::size_t(each)].instance.name; });
    m_projectRanks = ranksOf(m_projects.size(), [this](int each) { return m_projects[std::size_t(each)]; });
    m_ranksKnown = true;
    for (const int slot : std::as_const(m_slotOf))
        m_heads[std::size_t(slot)] = headOf(m_rows[std::size_t(slot)]);
}

void ApplicationsModel::arrangeAll()
{
    if (!m_ranksKnown)
        renewRanks();
    std::vector<int> slots;
    slots.reserve(std::size_t(m_slotOf.size()));
    for (const int slot : std::as_const(m_slotOf)) {
        if (isShown(slot))
            slots.push_back(slot);
    }
    moveTo(inOrder({m_rows, m_heads, m_sortColumn, m_sortOrder}, slots));
}

void ApplicationsModel::arrange(std::vector<int> slots, const std::vector<int> &removed)
{
    // A new project or instance may come between others: all ranks move.
    const bool byRank = m_sortColumn == ApplicationColumn::Instance || m_sortColumn == ApplicationColumn::Project;
    if (!m_ranksKnown && byRank) {
        // Removed rows are not in m_slotOf any more, so they are not wanted.
        arrangeAll();
        return;
    }
    if (!m_ranksKnown)
        renewRanks();
    if (slots.empty() && removed.empty())
        return;
    std::vector<char> leaves(m_rows.size(), 0);
    for (const int slot : removed)
        leaves[std::size_t(slot)] = 1;
    for (const int slot : slots) {
        leaves[std::size_t(slot)] = 1;
        m_heads[std::size_t(slot)] = headOf(m_rows[std::size_t(slot)]);
    }
    std::vector<int> staying;
    staying.reserve(m_shown.size());
    std::ranges::copy_if(m_shown, std::back_inserter(staying),
                         [&leaves](int slot) { return !leaves[std::size_t(slot)]; });
    std::erase_if(slots, [this](int slot) { return !isShown(slot); });
    const ApplicationOrder order(m_rows, m_heads, m_sortColumn, m_sortOrder);
    const auto placed = inOrder(order, slots);
    std::vector<int> wanted;
    wanted.reserve(staying.size() + placed.size());
    std::ranges::merge(staying, placed, std::back_inserter(wanted),
                       [&order](int left, int right) { return order.before(order.keyOf(left), order.keyOf(right)); });
    moveTo(wanted);
}

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
