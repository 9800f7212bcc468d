#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

// The commands of `lynceus instances`.

[[nodiscard]] ExitCode runAdd(const InstancesAddCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runList(const InstancesListCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runTest(const InstancesTestCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runRename(const InstancesRenameCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runRemove(const InstancesRemoveCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runImport(const InstancesImportCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runWhoami(const InstancesWhoamiCall &call, const CommandContext &context);

} // namespace lynceus
