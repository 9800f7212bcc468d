#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

[[nodiscard]] ExitCode runWatchList(const WatchListOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runWatchShow(const WatchShowOptions &options, const CommandContext &context);

} // namespace lynceus
