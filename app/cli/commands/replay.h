#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus replay TAPE…`: serves until Ctrl+C, which is its good end.
[[nodiscard]] ExitCode runReplay(const ReplayCommandOptions &options, const CommandContext &context);

} // namespace lynceus
