#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

/// `lynceus explain APP`.
[[nodiscard]] ExitCode runExplain(const InspectOptions &options, const Clock &clock);

} // namespace lynceus
