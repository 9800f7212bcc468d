#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

[[nodiscard]] ExitCode runWatchExtend(const WatchExtendOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runWatchRepeat(const WatchRepeatOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runWatchCancel(const WatchCancelOptions &options, const CommandContext &context);

} // namespace lynceus
