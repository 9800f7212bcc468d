#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"

namespace lynceus {

[[nodiscard]] ExitCode runWatchList(const WatchListOptions &options);
[[nodiscard]] ExitCode runWatchShow(const WatchShowOptions &options);

} // namespace lynceus
