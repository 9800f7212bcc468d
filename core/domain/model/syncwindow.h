#pragma once

#include "core/domain/base/time.h"

#include <optional>
#include <vector>

namespace lynceus {

/// An entry of /syncwindows: when syncs are allowed or denied.
struct SyncWindow
{
    QString kind;     ///< "allow" or "deny"
    QString schedule; ///< cron, five fields, UTC (the API does not return a time zone)
    QString duration; ///< Go duration: "1h30m"
    bool manualSync = false;

    friend bool operator==(const SyncWindow &, const SyncWindow &) = default;
};

struct SyncWindows
{
    std::vector<SyncWindow> active;
    std::vector<SyncWindow> assigned;
    bool canSync = true; ///< for manual syncs: says nothing about automated ones

    friend bool operator==(const SyncWindows &, const SyncWindows &) = default;
};

struct SyncWindowBlock
{
    bool blocked = false;         ///< automated syncs are held back at @p now
    std::optional<Instant> until; ///< first moment at which they are not; absent if it cannot be computed

    friend bool operator==(const SyncWindowBlock &, const SyncWindowBlock &) = default;
};

/// Argo CD's rule (types.go SyncWindows.CanSync for automated syncs): blocked while a deny window is active,
/// or while allow windows are assigned and none is active. Which are active the server says; the end is computed
/// from the schedules, and only where those (read as UTC) agree with the server about @p now: a project may give
/// its windows a time zone, which the API does not return. The end is sought for kSyncWindowSearch.
inline constexpr Duration kSyncWindowSearch = std::chrono::days(31); ///< so that monthly windows are found
[[nodiscard]] SyncWindowBlock automatedSyncBlock(const SyncWindows &windows, Instant now);

} // namespace lynceus
