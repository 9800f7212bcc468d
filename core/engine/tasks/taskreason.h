#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QString>

namespace lynceus {

/// Why a task ended, in one or two sentences for its pipeline's log. Empty while it runs, and if it was deployed with
/// full evidence.
[[nodiscard]] QString taskReason(const WatchRecord &record);

} // namespace lynceus
