#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

[[nodiscard]] ExitCode runFollowAdd(const FollowAddOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runFollowList(const FollowListOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runFollowChange(const FollowChangeOptions &options, const CommandContext &context);

} // namespace lynceus
