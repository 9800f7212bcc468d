#pragma once

#include "app/gui/applications/applicationrow.h"
#include "core/engine/instancestate.h"

#include <Qt>

namespace lynceus {

/// A row as sorting sees it: small, so that most comparisons stay within the cache.
struct OrderKey
{
    std::uint64_t head = 0;     ///< of the sorted column, turned round already if descending
    std::uint64_t nameHead = 0; ///< likewise where the name is sorted by
    int slot = 0;
    bool pinned = false;
};

/// The order of the table: pinned ones first, then the column, then name, instance and namespace, so that no two rows
/// are equal and an insertion finds its one place.
class ApplicationOrder final
{
public:
    ApplicationOrder(const std::vector<ApplicationRow> &rows, const std::vector<std::uint64_t> &heads,
                     ApplicationColumn column, Qt::SortOrder order);

    [[nodiscard]] OrderKey keyOf(int slot) const;
    [[nodiscard]] bool before(const OrderKey &left, const OrderKey &right) const;

private:
    [[nodiscard]] int compareWhole(const ApplicationRow &left, const ApplicationRow &right) const;

    const std::vector<ApplicationRow> &m_rows;
    const std::vector<std::uint64_t> &m_heads;
    ApplicationColumn m_column;
    bool m_descending;
};

/// Worse is larger, so that a descending order shows what needs somebody first.
[[nodiscard]] std::uint64_t severityOf(HealthStatus status);
[[nodiscard]] std::uint64_t severityOf(const Application &application); ///< of its sync

} // namespace lynceus
