#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <vector>

namespace lynceus {

/// One watch with all that can be told of it.
struct WatchDetails
{
    WatchRecord record;
    std::vector<TimelineEntry> timeline; ///< oldest first

    friend bool operator==(const WatchDetails &, const WatchDetails &) = default;
};

} // namespace lynceus
