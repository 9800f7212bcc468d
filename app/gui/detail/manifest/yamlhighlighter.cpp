#include "app/gui/detail/manifest/yamlhighlighter.h"

#include "app/gui/widgets/painting/tones.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lynceus {

YamlHighlighter::YamlHighlighter(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document)
{
    follow(palette);
}

void YamlHighlighter::follow(const QPalette &palette)
{
    const auto tones = tonesOf(palette);
    m_key.setForeground(tones.accent);
    m_text.setForeground(tones.of(StateRole::Good).foreground);
    m_word.setForeground(tones.of(StateRole::Held).foreground);
    rehighlight();
}

void YamlHighlighter::highlightBlock(const QString &text)
{
    // Indentation and dashes; a plain or quoted key with its colon; the value.
    static const QRegularExpression line(
        uR"(^( *(?:- )*)(?:("(?:[^"\\]|\\.)*"|[^\s"#][^"#]*?)(:)(?=\s|$))?\s*(.*)$)"_s);
    static const QRegularExpression word(u"^(?:true|false|null|[-+]?[0-9][0-9.eE+-]*|\\{\\}|\\[\\])$"_s);
    const auto match = line.match(text.mid(m_margin));
    if (!match.hasMatch())
        return;
    if (match.capturedLength(2) > 0)
        setFormat(m_margin + int(match.capturedStart(2)), int(match.capturedLength(2)), m_key);
    const auto value = match.captured(4);
    const int start = m_margin + int(match.capturedStart(4));
    if (value.startsWith(u'"'))
        setFormat(start, int(value.size()), m_text);
    else if (word.match(value).hasMatch())
        setFormat(start, int(value.size()), m_word);
}

} // namespace lynceus
