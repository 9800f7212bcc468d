#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

/// `lynceus watch add`: registers, and sees to it that somebody follows it.
[[nodiscard]] ExitCode runWatchAdd(const WatchAddOptions &options, const Clock &clock);

} // namespace lynceus
