#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <QCborMap>

namespace lynceus {

/// All that is kept of one watch.
struct StoredWatch
{
    WatchRecord record;
    QCborMap memory; ///< of its judge (codec.h); empty before the first observation and once it is over
    std::vector<TimelineEntry> timeline;
    bool dismissed = false; ///< off the board, in history only
};

} // namespace lynceus
