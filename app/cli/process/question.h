#pragma once

#include "core/io/process/interruption.h"

#include <QString>

#include <optional>

namespace lynceus {

/// Asks a person on the terminal, "[y/N]"; only a plain yes is one. Nothing if there is no terminal to ask on.
/// Blocks; a signal meanwhile ends the process.
[[nodiscard]] std::optional<bool> askYesOrNo(const QString &question, Interruption &interruption);

} // namespace lynceus
