#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/io/process/interruption.h"

namespace lynceus {

/// One line of standard input. From a terminal it is asked for with @p prompt on standard error and not shown.
/// BadInput if there is none. Blocks; a signal meanwhile ends the process, and the terminal shows again what is typed.
[[nodiscard]] Result<Secret> secretFromInput(const QString &prompt, Interruption &interruption);

} // namespace lynceus
