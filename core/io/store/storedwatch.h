#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <QCborMap>

namespace lynceus {

/// All stored data of one watch.
struct StoredWatch
{
    WatchRecord record;
    QCborMap memory; ///< of its judge (codec.h); empty before the first observation and after the end
    std::vector<TimelineEntry> timeline;
    bool dismissed = false; ///< only in the history, not on the board
};

} // namespace lynceus
