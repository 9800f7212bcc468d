#pragma once

#include "app/cli/options/verbspec.h"

#include <QString>

namespace lynceus {

/// What `lynceus --help` says.
[[nodiscard]] QString generalHelp();
/// What `lynceus instances --help` says, for verbs of two words that begin with @p family.
[[nodiscard]] QString familyHelp(const QString &family);
/// What `lynceus VERB --help` says, at most 80 columns wide.
[[nodiscard]] QString verbHelp(const VerbSpec &verb);

} // namespace lynceus
