#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

/// `lynceus tree APP`.
[[nodiscard]] ExitCode runTree(const InspectOptions &options, const Clock &clock);

} // namespace lynceus
