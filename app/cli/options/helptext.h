#pragma once

#include "app/cli/options/commandspec.h"
#include "core/io/process/runtimepackage.h"

#include <QString>

namespace lynceus {

/// What `lynceus --help` says.
[[nodiscard]] QString generalHelp();
/// What `lynceus instances --help` says, for commands of two words that begin with @p family.
[[nodiscard]] QString familyHelp(const QString &family);

using IsInstalled = bool (*)(RuntimePackage package);
/// What `lynceus COMMAND --help` says, at most 80 columns wide. The packages that the command loads or starts while it
/// runs are part of it; those that are missing are marked.
[[nodiscard]] QString commandHelp(const CommandSpec &command, IsInstalled isThere = isInstalled);

} // namespace lynceus
