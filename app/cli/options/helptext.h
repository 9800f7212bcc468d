#pragma once

#include "app/cli/options/verbspec.h"

#include <QString>

namespace lynceus {

/// What `lynceus --help` says.
[[nodiscard]] QString generalHelp();
/// What `lynceus VERB --help` says, at most 80 columns wide.
[[nodiscard]] QString verbHelp(const VerbSpec &verb);

} // namespace lynceus
