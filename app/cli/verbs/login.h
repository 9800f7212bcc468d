#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

[[nodiscard]] ExitCode runLogin(const LoginOptions &options, const Clock &clock);
[[nodiscard]] ExitCode runLogout(const LogoutOptions &options, const Clock &clock);

} // namespace lynceus
