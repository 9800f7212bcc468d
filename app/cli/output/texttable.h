#pragma once

#include "app/cli/output/textstyle.h"

#include <QStringList>

#include <vector>

namespace lynceus {

/// A table for people: columns as wide as their widest cell, two spaces apart. The last one is cut to what the terminal
/// has left, one has the tone of its row. Cells are clean text (visibleLine()).
class TextTable final
{
public:
    /// @p toned: the column with the tones. @p least: columns that the last one has at least; a narrower terminal
    /// wraps.
    TextTable(const std::vector<const char *> &heads, qsizetype toned, int least);

    /// As many cells as heads.
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

    std::vector<Row> m_rows; ///< the first one has the heads
    qsizetype m_toned;
    int m_least;
};

} // namespace lynceus
