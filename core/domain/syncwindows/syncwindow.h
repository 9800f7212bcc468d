#pragma once

#include "core/domain/time/time.h"

#include <optional>
#include <vector>

namespace lynceus {

/// An entry of /syncwindows: when syncs are allowed or denied.
struct SyncWindow
{
    QString kind;     ///< "allow" or "deny"
    QString schedule; ///< cron with five fields, UTC (the API does not return a time zone)
    QString duration; ///< Go duration: "1h30m"
    bool manualSync = false;

    friend bool operator==(const SyncWindow &, const SyncWindow &) = default;
};

struct SyncWindows
{
    std::vector<SyncWindow> active;
    std::vector<SyncWindow> assigned;
    bool canSync = true; ///< for manual syncs only, not for automated ones

    friend bool operator==(const SyncWindows &, const SyncWindows &) = default;
};

struct SyncWindowBlock
{
    bool blocked = false;         ///< automated syncs are blocked at @p now
    std::optional<Instant> until; ///< first time at which they are not; empty if it cannot be calculated

    friend bool operator==(const SyncWindowBlock &, const SyncWindowBlock &) = default;
};

/// Argo CD's rule (types.go SyncWindows.CanSync for automated syncs): blocked while a deny window is active, or while
/// allow windows are assigned and none is active. The server reports which are active. The end is calculated from the
/// schedules, and only if those (read as UTC) agree with the server at @p now: a project can define a time zone for its
/// windows, which the API does not return. Looks kSyncWindowSearch ahead.
inline constexpr Duration kSyncWindowSearch = std::chrono::days(31); ///< finds monthly windows
[[nodiscard]] SyncWindowBlock automatedSyncBlock(const SyncWindows &windows, Instant now);

} // namespace lynceus
