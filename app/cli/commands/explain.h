#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus explain APP`.
[[nodiscard]] ExitCode runExplain(const InspectOptions &options, const CommandContext &context);

} // namespace lynceus
