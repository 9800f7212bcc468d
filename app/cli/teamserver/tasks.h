#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus tasks`.
[[nodiscard]] ExitCode runTasks(const TasksOptions &options, const CommandContext &context);

} // namespace lynceus
