#pragma once

#include <QByteArray>
#include <QStringList>

namespace lynceus {

/// Appends one RFC 4180 record in UTF-8 with its line break; cells with a comma, a quote or a line break are quoted.
/// Applies visibleText() to cells, because users print such files to terminals. Cells that a spreadsheet would take for
/// a formula (starting with = + - @, also full-width or after blanks, or with a tab or line break) get a leading
/// apostrophe.
void appendCsvRow(QByteArray &text, const QStringList &cells);

} // namespace lynceus
