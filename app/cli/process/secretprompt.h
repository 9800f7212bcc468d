#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/io/process/interruption.h"

namespace lynceus {

/// Reads one line of standard input. On a terminal, prints @p prompt on standard error and does not echo the input.
/// BadInput if there is none. Blocks; a signal meanwhile ends the process and restores the terminal's echo.
[[nodiscard]] Result<Secret> secretFromInput(const QString &prompt, Interruption &interruption);

} // namespace lynceus
