#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// Reads the store: the engine writes each deployment as soon as it knows of it.
[[nodiscard]] ExitCode runDeployments(const DeploymentsOptions &options, const CommandContext &context);

} // namespace lynceus
