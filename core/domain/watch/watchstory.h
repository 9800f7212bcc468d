#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <vector>

namespace lynceus {

/// One watch with all that can be told of it.
struct WatchStory
{
    WatchRecord record;
    std::vector<TimelineEntry> timeline; ///< oldest first

    friend bool operator==(const WatchStory &, const WatchStory &) = default;
};

} // namespace lynceus
