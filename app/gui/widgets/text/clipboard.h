#pragma once

#include <QString>

namespace lynceus {

/// Copies text, cleaned by visibleText(), because it may be pasted into a terminal. @p html: the same for programs that
/// accept tables; the caller escapes it.
void copyText(const QString &text, const QString &html = {});

} // namespace lynceus
