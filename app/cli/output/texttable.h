#pragma once

#include "app/cli/output/textstyle.h"

#include <QStringList>

#include <vector>

namespace lynceus {

/// A text table: columns as wide as their widest cell, two spaces apart. The last column is cut to the width of the
/// terminal; one column has the tone of its row. Cells must be clean text (visibleLine()).
class TextTable final
{
public:
    /// @p toned: index of the column with the tone. @p least: minimum width of the last column; narrower terminals
    /// wrap.
    TextTable(const std::vector<const char *> &heads, qsizetype toned, int least);

    /// @p cells has one cell per header.
    void add(const QStringList &cells, Tone tone);
    /// Empty without rows.
    [[nodiscard]] QByteArray text(const TextStyle &style) const;

private:
    struct Row
    {
        QStringList cells;
        Tone tone = Tone::Plain;
    };
    [[nodiscard]] std::vector<qsizetype> widths() const;

    std::vector<Row> m_rows; ///< the first row is the header
    qsizetype m_toned;
    int m_least;
};

} // namespace lynceus
