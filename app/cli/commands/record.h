#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// `lynceus record`: until its time is over or Ctrl+C, either of which leaves a whole file.
[[nodiscard]] ExitCode runRecord(const RecordCall &call, const CommandContext &context);

} // namespace lynceus
