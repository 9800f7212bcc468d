#pragma once

#include <QSyntaxHighlighter>

namespace lynceus {

/// Highlights keys, quoted strings, and values that are not strings (numbers, true, null) in YAML as Lynceus writes it.
/// Block literals are not highlighted, because they contain other languages.
class YamlHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    YamlHighlighter(QTextDocument *document, const QPalette &palette);

    /// Number of characters before each line that are not YAML: the signs of a difference.
    void setMargin(int letters) { m_margin = letters; }
    void follow(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat m_key;
    QTextCharFormat m_text;
    QTextCharFormat m_word;
    int m_margin = 0;
};

} // namespace lynceus
