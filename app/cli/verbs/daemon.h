#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

/// `lynceus daemon`: the engine without a window, until somebody ends it or a window takes over.
[[nodiscard]] ExitCode runDaemon(const DaemonOptions &options, const Clock &clock);

} // namespace lynceus
