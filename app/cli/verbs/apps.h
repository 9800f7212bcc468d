#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

/// `lynceus apps`: one list, filtered here too, in one write.
[[nodiscard]] ExitCode runApps(const AppsOptions &options, const Clock &clock);

} // namespace lynceus
