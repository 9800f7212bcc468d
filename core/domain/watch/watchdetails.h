#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <vector>

namespace lynceus {

/// A watch with its timeline.
struct WatchDetails
{
    WatchRecord record;
    std::vector<TimelineEntry> timeline; ///< oldest first

    friend bool operator==(const WatchDetails &, const WatchDetails &) = default;
};

} // namespace lynceus
