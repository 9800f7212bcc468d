#pragma once

#include <QByteArray>
#include <QStringList>

namespace lynceus {

/// One record as RFC 4180 has it, UTF-8, with its line break: cells with a comma, a quote or a line break are quoted. A
/// sign that makes a formula of a cell in spreadsheets gets an apostrophe before it.
void appendCsvRow(QByteArray &text, const QStringList &cells);

} // namespace lynceus
