#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus watch add`: registers, and sees to it that somebody follows it.
[[nodiscard]] ExitCode runWatchAdd(const WatchAddOptions &options, const CommandContext &context);

} // namespace lynceus
