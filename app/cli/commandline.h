#pragma once

#include "app/cli/options/arguments.h"
#include "app/cli/options/options.h"
#include "core/domain/base/result.h"

namespace lynceus {

/// Parses the command line. All errors are BadInput: `asked` names the input; the message tells what is wrong and what
/// is valid, with the nearest command or option for an unknown one. Errors contain no secrets.
///
/// Only this file depends on the parser library.
[[nodiscard]] Result<Invocation> parseCommandLine(const Arguments &arguments);

} // namespace lynceus
