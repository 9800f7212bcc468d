#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// One line with all Markdown characters escaped (CommonMark §2.4: backslash before ASCII punctuation).
[[nodiscard]] QString markdownPlain(const QString &text);

/// Builds a table row by row; cells must already be Markdown.
class MarkdownTable final
{
public:
    explicit MarkdownTable(const QStringList &head);
    void add(const QStringList &cells)
    {
        m_text += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    /// The table, followed by an empty line.
    [[nodiscard]] QString text() const { return m_text + QLatin1Char('\n'); }

private:
    QString m_text;
};

} // namespace lynceus
