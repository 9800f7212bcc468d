#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"

namespace lynceus {

class Clock;

[[nodiscard]] ExitCode runDoctor(const DoctorOptions &options, const Clock &clock);

} // namespace lynceus
