#pragma once

#include <QByteArray>
#include <QStringList>

namespace lynceus {

/// One record as RFC 4180 has it, UTF-8, with its line break: cells with a comma, a quote or a line break are quoted.
/// Cells hold what visibleText() lets through, as people print such files to terminals. One that a spreadsheet would
/// take for a formula, i.e. which begins with = + - @ (also in full width, also behind blanks), a tab or a line break,
/// gets an apostrophe before it.
void appendCsvRow(QByteArray &text, const QStringList &cells);

} // namespace lynceus
