#pragma once

#include "app/gui/applications/applicationrow.h"
#include "core/engine/instances/instancestate.h"

#include <Qt>

#include <deque>

namespace lynceus {

/// A row as sorting sees it: numbers only, so that comparing touches nothing else.
struct OrderKey
{
    std::uint64_t head = 0; ///< of the sorted column, turned round already if descending
    int name = 0;           ///< rank of the name
    int slot = 0;
    bool pinned = false;
};

/// The order of the table: pinned ones first, then the column, then name, instance and namespace, so that no two rows
/// are equal and an insertion finds its one place.
class ApplicationOrder final
{
public:
    /// @param values by slot: what the column sorts by
    /// @param ranks what a value stands for; null where the values are sorted by themselves
    ApplicationOrder(const std::deque<ApplicationRow> &rows, const std::vector<std::uint64_t> &values,
                     const std::vector<int> *ranks, const std::vector<int> &nameRanks, Qt::SortOrder order);

    [[nodiscard]] OrderKey keyOf(int slot) const;
    [[nodiscard]] bool before(const OrderKey &left, const OrderKey &right) const;
    [[nodiscard]] std::vector<int> sorted(const std::vector<int> &slots) const;
    /// Both are in this order.
    [[nodiscard]] std::vector<int> merged(const std::vector<int> &slots, const std::vector<int> &others) const;

private:
    const std::deque<ApplicationRow> &m_rows;
    const std::vector<std::uint64_t> &m_values;
    const std::vector<int> *m_ranks;
    const std::vector<int> &m_nameRanks;
    bool m_descending;
};

/// Worse is larger, so that a descending order shows what needs somebody first.
[[nodiscard]] std::uint64_t severityOf(HealthStatus status);
[[nodiscard]] std::uint64_t severityOf(const Application &application); ///< of its sync

} // namespace lynceus
