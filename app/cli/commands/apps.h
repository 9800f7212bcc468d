#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

/// Servers that say nothing for so long after the last one that did are not waited for with what is there: whoever has
/// many instances should not look at nothing because one of them hangs. With what it takes to sort and print, below a
/// fifth of a second.
inline constexpr Duration kAppsQuiet{150};

/// `lynceus apps`: one list, filtered here too, in one write.
[[nodiscard]] ExitCode runApps(const AppsOptions &options, const CommandContext &context);

} // namespace lynceus
