#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"
#include "core/domain/teamserver/teamserver.h"

namespace lynceus {

/// `lynceus tasks --follow`: prints the current tasks, then each change, until a signal.
[[nodiscard]] ExitCode followTasks(const TasksOptions &options, const std::vector<TeamServerInstance> &servers,
                                   const CommandContext &context);

} // namespace lynceus
