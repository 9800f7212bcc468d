#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus wait --via URL` and `--from-env`: a server follows the task; this process reports what it responds. @p
/// options must have WaitOptions::via.
[[nodiscard]] ExitCode runWaitVia(const WaitOptions &options, const CommandContext &context);

} // namespace lynceus
