#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// One line in which no character means anything to Markdown (CommonMark §2.4: a backslash before ASCII punctuation).
[[nodiscard]] QString markdownPlain(const QString &text);

/// A table row by row; cells are Markdown already.
class MarkdownTable final
{
public:
    explicit MarkdownTable(const QStringList &head);
    void add(const QStringList &cells)
    {
        m_text += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    /// With an empty line behind it.
    [[nodiscard]] QString text() const { return m_text + QLatin1Char('\n'); }

private:
    QString m_text;
};

} // namespace lynceus
