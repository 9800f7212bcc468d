#pragma once

#include "core/io/settings/preferences.h"
#include "core/io/store/watchstore.h"

namespace lynceus {

/// Converts the user's settings for the retention of history.
[[nodiscard]] inline RetentionLimits retentionOf(const Preferences &preferences)
{
    return {.age = std::chrono::hours(24) * preferences.keepDays,
            .size = qint64{preferences.keepMegabytes} << 20}; // MiB to bytes
}

} // namespace lynceus
