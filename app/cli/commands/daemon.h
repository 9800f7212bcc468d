#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus daemon`: the engine without a window, until somebody ends it or a window takes over.
[[nodiscard]] ExitCode runDaemon(const DaemonOptions &options, const CommandContext &context);

} // namespace lynceus
