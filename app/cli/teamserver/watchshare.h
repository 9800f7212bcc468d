#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus watch share`.
[[nodiscard]] ExitCode runWatchShare(const WatchShareOptions &options, const CommandContext &context);

} // namespace lynceus
