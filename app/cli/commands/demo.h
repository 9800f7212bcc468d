#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus demo --headless`: a release that works, then one that does not, told on standard output.
[[nodiscard]] ExitCode runDemo(const DemoOptions &options, const CommandContext &context);

} // namespace lynceus
