#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

namespace lynceus {

/// One line of standard input. From a terminal it is asked for with @p prompt on standard error and not shown.
/// BadInput if there is none.
[[nodiscard]] Result<Secret> secretFromInput(const QString &prompt);

} // namespace lynceus
