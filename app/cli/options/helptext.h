#pragma once

#include "app/cli/options/commandspec.h"

#include <QString>

namespace lynceus {

/// What `lynceus --help` says.
[[nodiscard]] QString generalHelp();
/// What `lynceus instances --help` says, for commands of two words that begin with @p family.
[[nodiscard]] QString familyHelp(const QString &family);
/// What `lynceus COMMAND --help` says, at most 80 columns wide.
[[nodiscard]] QString commandHelp(const CommandSpec &command);

} // namespace lynceus
