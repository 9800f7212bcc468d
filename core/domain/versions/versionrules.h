#pragma once

#include "core/domain/model/status.h"

#include <algorithm>

namespace lynceus {

/// Whether two cells have the same versions (`versions`, each with `version`, both in the same order).
template<typename Cell>
[[nodiscard]] bool runTheSame(const Cell &one, const Cell &other)
{
    return std::ranges::equal(one.versions, other.versions,
                              [](const auto &left, const auto &right) { return left.version == right.version; });
}

/// Whether of @p count cells, returned by @p cellAt, those with versions differ, or one has several.
template<typename CellAt>
[[nodiscard]] bool cellsDiffer(int count, CellAt cellAt)
{
    int first = -1;
    for (int i = 0; i < count; ++i) {
        const auto &cell = cellAt(i);
        if (cell.versions.empty())
            continue;
        if (cell.hasDrift() || (first >= 0 && !runTheSame(cellAt(first), cell)))
            return true;
        first = first < 0 ? i : first;
    }
    return false;
}

/// The nearest cell before @p at that has versions, if they differ; -1: none, or the same versions.
template<typename CellAt>
[[nodiscard]] int cellAhead(int at, CellAt cellAt)
{
    const auto &cell = cellAt(at);
    if (cell.versions.empty())
        return -1;
    for (int i = at - 1; i >= 0; --i) {
        if (const auto &other = cellAt(i); !other.versions.empty())
            return runTheSame(other, cell) ? -1 : i;
    }
    return -1;
}

/// OutOfSync is worse than Unknown, which is worse than Synced.
[[nodiscard]] inline SyncStatus worse(SyncStatus left, SyncStatus right)
{
    const auto rank = [](SyncStatus status) { return status == SyncStatus::Synced ? 0 : int(status) + 1; };
    return rank(left) < rank(right) ? right : left;
}

} // namespace lynceus
