#pragma once

#include <QString>

namespace lynceus {

/// The manual page lynceus(1): what resources/manpage.in says, and every command and option from their own definitions.
[[nodiscard]] QString manualPage();

/// Text as roff shows it: nothing in it is a request or an escape of roff.
[[nodiscard]] QString roffText(const QString &text);

} // namespace lynceus
