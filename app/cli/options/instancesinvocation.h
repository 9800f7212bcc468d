#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"

namespace lynceus {

/// invocationFrom() for the commands that begin with "instances".
[[nodiscard]] Result<Invocation> instancesInvocation(const ParsedWords &words);

} // namespace lynceus
