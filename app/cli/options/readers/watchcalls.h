#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"

namespace lynceus {

// Parse the options of the commands for stored watches, deployments and tasks of team servers.

[[nodiscard]] Result<Invocation> historyCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> deploymentsCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> reportCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> daemonCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchAddCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchExtendCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchRepeatCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchCancelCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchShareCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> tasksCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchListCall(const ParsedWords &words);
[[nodiscard]] Result<Invocation> watchShowCall(const ParsedWords &words);

} // namespace lynceus
