#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

[[nodiscard]] ExitCode runWatchExtend(const WatchExtendOptions &options, const Clock &clock);
[[nodiscard]] ExitCode runWatchRepeat(const WatchRepeatOptions &options, const Clock &clock);
[[nodiscard]] ExitCode runWatchCancel(const WatchCancelOptions &options, const Clock &clock);

} // namespace lynceus
