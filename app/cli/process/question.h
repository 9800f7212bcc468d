#pragma once

#include <QString>

#include <optional>

namespace lynceus {

/// Asks a person on the terminal, "[y/N]"; only a plain yes is one. Nothing if there is no terminal to ask on.
[[nodiscard]] std::optional<bool> askYesOrNo(const QString &question);

} // namespace lynceus
