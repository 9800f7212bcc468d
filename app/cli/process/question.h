#pragma once

#include "core/io/process/interruption.h"

#include <QString>

#include <optional>

namespace lynceus {

/// Asks the user on the terminal, "[y/N]"; only an explicit yes counts. Empty if there is no terminal. Blocks; a signal
/// meanwhile ends the process.
[[nodiscard]] std::optional<bool> askYesOrNo(const QString &question, Interruption &interruption);

} // namespace lynceus
