#include "core/domain/text/csv.h"

#include "core/domain/text/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isFormula(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    if (cell.front() == u'\t' || cell.front() == u'\n')
        return true;
    const auto first = std::ranges::find_if_not(cell, [](QChar c) { return c.isSpace(); });
    return first != cell.end() && u"=+-@＝＋－＠"_s.contains(*first);
}

void appendCell(QByteArray &text, const QString &raw)
{
    const auto cell = visibleText(raw);
    const bool isQuoted = std::ranges::any_of(cell, [](QChar c) { return c == u',' || c == u'"' || c == u'\n'; });
    if (isQuoted)
        text += '"';
    if (isFormula(cell))
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
