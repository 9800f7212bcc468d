#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"

namespace lynceus {

/// Turns words into the options of their command. Error::Kind::BadInput: `asked` names the option and its value.
[[nodiscard]] Result<Invocation> invocationFrom(const ParsedWords &words);

} // namespace lynceus
