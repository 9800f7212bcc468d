#include "core/engine/text/markdowntext.h"

#include "core/domain/text/visibletext.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QString markdownPlain(const QString &text)
{
    const auto line = visibleLine(text);
    QString escaped;
    escaped.reserve(line.size() + line.size() / 8);
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto c = line[i];
        const bool isScheme = c == u':' && QStringView(line).sliced(i + 1).startsWith(u"//"); // would become a link
        const bool isBullet = i == 0 && u"+-="_s.contains(c);
        if (isScheme || isBullet || u"\\`*_{}[]<>|#~&!$"_s.contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

MarkdownTable::MarkdownTable(const QStringList &head)
{
    add(head);
    m_text += u'|' + u"---|"_s.repeated(head.size()) + u'\n';
}

} // namespace lynceus
