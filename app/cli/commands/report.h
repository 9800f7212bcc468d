#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

[[nodiscard]] ExitCode runReport(const ReportOptions &options, const CommandContext &context);

} // namespace lynceus
