#pragma once

#include <QString>

namespace lynceus {

/// To the clipboard, cleaned by visibleText(): it may be pasted into a terminal. @p html: the same for programs that
/// take tables; its texts are escaped by who made it.
void copyText(const QString &text, const QString &html = {});

} // namespace lynceus
