#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/io/clock.h"

namespace lynceus {

[[nodiscard]] ExitCode runHistory(const HistoryOptions &options, const Clock &clock);

} // namespace lynceus
