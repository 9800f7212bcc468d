#pragma once

#include <QString>

namespace lynceus {

/// The manual page lynceus(1): the text of resources/manpage.in, plus all commands and options from their definitions.
[[nodiscard]] QString manualPage();

/// Escapes text for roff, so that it contains no requests or escapes.
[[nodiscard]] QString roffText(const QString &text);

} // namespace lynceus
