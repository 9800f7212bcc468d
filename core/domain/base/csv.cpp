#include "core/domain/base/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

void appendCell(QByteArray &text, const QString &cell)
{
    const bool isFormula = !cell.isEmpty() && u"=+-@"_s.contains(cell.front());
    const bool isQuoted =
        std::ranges::any_of(cell, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    if (isQuoted)
        text += '"';
    if (isFormula)
        text += '\'';
    text += isQuoted ? QString(cell).replace(u'"', "\"\""_L1).toUtf8() : cell.toUtf8();
    if (isQuoted)
        text += '"';
}

} // namespace

void appendCsvRow(QByteArray &text, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += ',';
        appendCell(text, cells.at(i));
    }
    text += "\r\n";
}

} // namespace lynceus
