#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus status APP`.
[[nodiscard]] ExitCode runStatus(const InspectOptions &options, const CommandContext &context);

} // namespace lynceus
