#pragma once

#include "core/io/settings/preferences.h"
#include "core/io/store/watchstore.h"

namespace lynceus {

/// How much of the past a person wants to keep.
[[nodiscard]] inline RetentionLimits retentionOf(const Preferences &preferences)
{
    return {.age = std::chrono::hours(24) * preferences.keepDays,
            .size = qint64{preferences.keepMegabytes} << 20}; // MiB
}

} // namespace lynceus
