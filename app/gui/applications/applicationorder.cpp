#include "app/gui/applications/applicationorder.h"

namespace lynceus {

ApplicationOrder::ApplicationOrder(const std::vector<ApplicationRow> &rows, const std::vector<std::uint64_t> &heads,
                                   ApplicationColumn column, Qt::SortOrder order)
    : m_rows(rows)
    , m_heads(heads)
    , m_column(column)
    , m_descending(order == Qt::DescendingOrder)
{ }

OrderKey ApplicationOrder::keyOf(int slot) const
{
    const auto &row = m_rows[std::size_t(slot)];
    const auto head = m_heads[std::size_t(slot)];
    return {m_descending ? ~head : head, row.nameHead, slot, row.isPinned()};
}

bool ApplicationOrder::before(const OrderKey &left, const OrderKey &right) const
{
    if (left.pinned != right.pinned)
        return left.pinned;
    if (left.head != right.head)
        return left.head < right.head;
    const auto &leftRow = m_rows[std::size_t(left.slot)];
    const auto &rightRow = m_rows[std::size_t(right.slot)];
    if (const int order = compareWhole(leftRow, rightRow); order != 0)
        return order < 0;
    if (left.nameHead != right.nameHead)
        return left.nameHead < right.nameHead;
    if (const int order = leftRow.nameKey.compare(rightRow.nameKey); order != 0)
        return order < 0;
    if (leftRow.instance != rightRow.instance)
        return leftRow.instance < rightRow.instance;
    if (const int order = leftRow.entry.key.nameSpace.compare(rightRow.entry.key.nameSpace); order != 0)
        return order < 0;
    return left.slot < right.slot; // names that differ in case only
}

/// Of columns whose head holds only the beginning of a text.
int ApplicationOrder::compareWhole(const ApplicationRow &left, const ApplicationRow &right) const
{
    int order = 0;
    if (m_column == ApplicationColumn::Name)
        order = left.nameKey.compare(right.nameKey);
    else if (m_column == ApplicationColumn::Images)
        order = left.subject.images.compare(right.subject.images);
    return m_descending ? -order : order;
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
