#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// Creates, lists and revokes the deploy tokens in the database of a team server.
[[nodiscard]] ExitCode runServeToken(const ServeTokenOptions &options, const CommandContext &context);

} // namespace lynceus
