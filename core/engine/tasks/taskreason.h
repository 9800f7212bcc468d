#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QString>

namespace lynceus {

/// Why a task ended as it did, in one or two sentences for its pipeline's log; empty while it runs, and if it was
/// deployed without a weaker proof.
[[nodiscard]] QString taskReason(const WatchRecord &record);

} // namespace lynceus
