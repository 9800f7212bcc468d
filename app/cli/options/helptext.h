#pragma once

#include "app/cli/options/commandspec.h"
#include "core/io/process/runtimepackage.h"

#include <QString>

namespace lynceus {

/// The text of `lynceus --help`.
[[nodiscard]] QString generalHelp();
/// The text of `lynceus instances --help`, for subcommands of @p family.
[[nodiscard]] QString familyHelp(const QString &family);

using IsInstalled = bool (*)(RuntimePackage package);
/// The text of `lynceus COMMAND --help`, at most 80 columns wide. Lists the packages that the command loads or starts
/// at run time and marks missing ones.
[[nodiscard]] QString commandHelp(const CommandSpec &command, IsInstalled isThere = isInstalled);

} // namespace lynceus
