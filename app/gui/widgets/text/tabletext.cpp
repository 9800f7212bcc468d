#include "app/gui/widgets/text/tabletext.h"

#include "core/domain/text/visibletext.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString tableText(const std::vector<QStringList> &rows)
{
    QString text;
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells.append(visibleLine(cell)); // a tab would start another cell
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString tableHtml(const std::vector<QStringList> &rows)
{
    QString html = u"<table>"_s;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto cell = i == 0 ? u"th"_s : u"td"_s;
        html += u"<tr>"_s;
        for (const auto &text : rows[i])
            html += u"<%1>%2</%1>"_s.arg(cell, visibleLine(text).toHtmlEscaped());
        html += u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

} // namespace lynceus
