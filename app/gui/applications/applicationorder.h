#pragma once

#include "app/gui/applications/applicationrow.h"
#include "core/engine/instances/instancestate.h"

#include <Qt>

#include <deque>

namespace lynceus {

/// The sort key of a row: only numbers, so that comparisons access no other memory.
struct OrderKey
{
    std::uint64_t head = 0; ///< value of the sorted column, already inverted for descending order
    int name = 0;           ///< rank of the name
    int slot = 0;
    bool pinned = false;
};

/// The order of the table: pinned rows first, then the column, then name, instance and namespace. No two rows are
/// equal, so each insertion has exactly one position.
class ApplicationOrder final
{
public:
    /// @param values sort values of the column, by slot
    /// @param ranks maps values to ranks; null if values are compared directly
    ApplicationOrder(const std::deque<ApplicationRow> &rows, const std::vector<std::uint64_t> &values,
                     const std::vector<int> *ranks, const std::vector<int> &nameRanks, Qt::SortOrder order);

    [[nodiscard]] OrderKey keyOf(int slot) const;
    [[nodiscard]] bool before(const OrderKey &left, const OrderKey &right) const;
    [[nodiscard]] std::vector<int> sorted(const std::vector<int> &slots) const;
    /// Merges two lists that are already in this order.
    [[nodiscard]] std::vector<int> merged(const std::vector<int> &slots, const std::vector<int> &others) const;

private:
    const std::deque<ApplicationRow> &m_rows;
    const std::vector<std::uint64_t> &m_values;
    const std::vector<int> *m_ranks;
    const std::vector<int> &m_nameRanks;
    bool m_descending;
};

/// Worse states have larger values, so that descending order shows problems first.
[[nodiscard]] std::uint64_t severityOf(HealthStatus status);
[[nodiscard]] std::uint64_t severityOf(const Application &application); ///< of its sync status

} // namespace lynceus
