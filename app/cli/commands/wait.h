#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus wait`: runs by itself and stores nothing.
[[nodiscard]] ExitCode runWait(const WaitOptions &options, const CommandContext &context);

} // namespace lynceus
