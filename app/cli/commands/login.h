#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

[[nodiscard]] ExitCode runLogin(const LoginOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runLogout(const LogoutOptions &options, const CommandContext &context);

} // namespace lynceus
