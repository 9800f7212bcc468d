#include "app/cli/output/texttable.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr qsizetype kGap = 2; // spaces between columns

} // namespace

TextTable::TextTable(const std::vector<const char *> &heads, qsizetype toned, int least)
    : m_toned(toned)
    , m_least(least)
{
    QStringList texts;
    for (const char *head : heads)
        texts += QString::fromLatin1(head);
    m_rows.push_back({texts, Tone::Plain});
}

void TextTable::add(const QStringList &cells, Tone tone)
{
    m_rows.push_back({cells, tone});
}

std::vector<qsizetype> TextTable::widths() const
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(m_rows.front().cells.size()));
    for (const auto &row : m_rows) {
        for (std::size_t column = 0; column < widths.size(); ++column)
            widths[column] = std::max(widths[column], row.cells[static_cast<qsizetype>(column)].size());
    }
    return widths;
}

QByteArray TextTable::text(const TextStyle &style) const
{
    if (m_rows.size() == 1)
        return {};
    const auto wide = widths();
    qsizetype before = 0;
    for (std::size_t column = 0; column + 1 < wide.size(); ++column)
        before += wide[column] + kGap;
    const int last = style.width > 0 ? std::max(style.width - static_cast<int>(before), m_least) : 0;
    QByteArray text;
    for (const auto &row : m_rows) {
        QString line;
        for (std::size_t column = 0; column + 1 < wide.size(); ++column) {
            const auto position = static_cast<qsizetype>(column);
            const auto &cell = row.cells[position];
            line += position == m_toned && row.tone != Tone::Plain ? toned(cell, row.tone, style) : cell;
            line += QString(wide[column] - cell.size() + kGap, u' ');
        }
        line += fitted(row.cells.back(), last);
        while (line.endsWith(u' '))
            line.chop(1);
        text += (line + u'\n').toUtf8();
    }
    return text;
}

} // namespace lynceus
