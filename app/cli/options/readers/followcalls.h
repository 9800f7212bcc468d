#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"

namespace lynceus {

// Parse the options of the commands for follow rules.

[[nodiscard]] Result<Invocation> followAddCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> followListCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> followPauseCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> followResumeCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> followRemoveCall(const ParsedWords &words);

} // namespace lynceus
