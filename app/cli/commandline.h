#pragma once

#include "app/cli/options/arguments.h"
#include "app/cli/options/options.h"
#include "core/domain/base/result.h"

namespace lynceus {

/// What the command line asks for. Errors are all BadInput: `asked` names the input, the message says what is wrong
/// and what would be right, with the nearest command or option for an unknown one. No secret is in them.
///
/// The only file that knows the library behind it.
[[nodiscard]] Result<Invocation> parseCommandLine(const Arguments &arguments);

} // namespace lynceus
