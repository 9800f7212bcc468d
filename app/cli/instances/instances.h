#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

/// `lynceus instances add|list|test|rename|remove|import|whoami`.
[[nodiscard]] ExitCode runInstances(const InstancesCall &call, const Clock &clock);

[[nodiscard]] ExitCode runAdd(const InstancesAddCall &call, const Clock &clock);
[[nodiscard]] ExitCode runList(const InstancesListCall &call, const Clock &clock);
[[nodiscard]] ExitCode runTest(const InstancesTestCall &call, const Clock &clock);
[[nodiscard]] ExitCode runRename(const InstancesRenameCall &call, const Clock &clock);
[[nodiscard]] ExitCode runRemove(const InstancesRemoveCall &call, const Clock &clock);
[[nodiscard]] ExitCode runImport(const InstancesImportCall &call, const Clock &clock);
[[nodiscard]] ExitCode runWhoami(const InstancesWhoamiCall &call, const Clock &clock);

} // namespace lynceus
