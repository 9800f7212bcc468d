#include "app/gui/applications/applicationorder.h"

#include <algorithm>

namespace lynceus {

ApplicationOrder::ApplicationOrder(const std::deque<ApplicationRow> &rows, const std::vector<std::uint64_t> &values,
                                   const std::vector<int> *ranks, const std::vector<int> &nameRanks,
                                   Qt::SortOrder order)
    : m_rows(rows)
    , m_values(values)
    , m_ranks(ranks)
    , m_nameRanks(nameRanks)
    , m_descending(order == Qt::DescendingOrder)
{ }

OrderKey ApplicationOrder::keyOf(int slot) const
{
    const auto &row = m_rows[std::size_t(slot)];
    const auto value = m_values[std::size_t(slot)];
    const auto head = m_ranks ? std::uint64_t((*m_ranks)[std::size_t(value)]) : value;
    return {m_descending ? ~head : head, m_nameRanks[std::size_t(row.name)], slot, row.isPinned};
}

bool ApplicationOrder::before(const OrderKey &left, const OrderKey &right) const
{
    if (left.pinned != right.pinned)
        return left.pinned;
    if (left.head != right.head)
        return left.head < right.head;
    if (left.name != right.name)
        return left.name < right.name;
    const auto &leftRow = m_rows[std::size_t(left.slot)];
    const auto &rightRow = m_rows[std::size_t(right.slot)];
    if (leftRow.instance != rightRow.instance)
        return leftRow.instance < rightRow.instance;
    if (const int order = leftRow.application().nameSpace.compare(rightRow.application().nameSpace); order != 0)
        return order < 0;
    return left.slot < right.slot; // names that differ only in case
}

std::vector<int> ApplicationOrder::sorted(const std::vector<int> &slots) const
{
    std::vector<OrderKey> keys(slots.size());
    std::ranges::transform(slots, keys.begin(), [this](int slot) { return keyOf(slot); });
    std::ranges::sort(keys, [this](const OrderKey &left, const OrderKey &right) { return before(left, right); });
    std::vector<int> inOrder(keys.size());
    std::ranges::transform(keys, inOrder.begin(), &OrderKey::slot);
    return inOrder;
}

std::vector<int> ApplicationOrder::merged(const std::vector<int> &slots, const std::vector<int> &others) const
{
    // Usually few rows are merged into many: search their positions and copy the ranges between.
    std::vector<int> all;
    all.reserve(slots.size() + others.size());
    auto from = slots.cbegin();
    for (const int other : others) {
        const auto key = keyOf(other);
        const auto place = std::partition_point(from, slots.cend(), [&](int slot) { return before(keyOf(slot), key); });
        all.insert(all.end(), from, place);
        all.push_back(other);
        from = place;
    }
    all.insert(all.end(), from, slots.cend());
    return all;
}

std::uint64_t severityOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::None:
        return 0;
    case HealthStatus::Healthy:
        return 1;
    case HealthStatus::Suspended:
        return 2;
    case HealthStatus::Unknown:
        return 3;
    case HealthStatus::Progressing:
        return 4;
    case HealthStatus::Missing:
        return 5;
    case HealthStatus::Degraded:
        return 6;
    }
    Q_UNREACHABLE();
}

std::uint64_t severityOf(const Application &application)
{
    const auto phase = application.operationState ? application.operationState->phase : OperationPhase::None;
    if (phase == OperationPhase::Running || phase == OperationPhase::Terminating)
        return 3;
    switch (application.sync) {
    case SyncStatus::Synced:
        return 0;
    case SyncStatus::Unknown:
        return 1;
    case SyncStatus::OutOfSync:
        return 2;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
