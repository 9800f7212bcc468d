#pragma once

#include <QSyntaxHighlighter>

namespace lynceus {

/// Colours keys, quoted texts, and words that are no texts (numbers, true, null) in YAML as we write it. Block literals
/// are plain: what is in them is some other language.
class YamlHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    YamlHighlighter(QTextDocument *document, const QPalette &palette);

    /// Letters in front of each line that are no YAML: the marks of a difference.
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
