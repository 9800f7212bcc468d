#pragma once

#include <QFontMetrics>
#include <QRect>

namespace lynceus {

/// The widths in px of the longest name, instance and versions of all rows: columns are as wide as their content, and
/// the rest of a row is for its sentence.
struct BoardWidths
{
    int name = 0;
    int badge = 0;
    int versions = 0;
    int environment = 0; ///< 0: no row has an environment

    friend bool operator==(const BoardWidths &, const BoardWidths &) = default;
};

/// The rectangles of a row's parts, aligned in all rows. Empty rectangles are not drawn.
struct BoardColumns
{
    QRect stripe;
    QRect fold; ///< the arrow of a release
    QRect name;
    QRect environment;
    QRect badge;
    QRect versions;
    QRect marks;
    QRect pods;
    QRect sentence; ///< beside the other parts; the whole second line in a row with two lines
    QRect time;
};

/// Properties of a row that affect its columns.
struct BoardRowKind
{
    int depth = 0;         ///< 1: inside a release, or a release with an arrow
    bool twoLines = false; ///< the sentence is on a second line
};

/// For left-to-right layouts; the caller mirrors. In narrow rows, parts are hidden by importance: first the sentence
/// beside the others, then pods, time, marks, instance and environment. Names and versions are cut only after that.
[[nodiscard]] BoardColumns boardColumns(const QRect &row, const QFontMetrics &metrics, const BoardWidths &widths,
                                        BoardRowKind kind);
[[nodiscard]] BoardColumns mirrored(const BoardColumns &columns, const QRect &row, Qt::LayoutDirection direction);

/// px for the arrow or the indentation before the name of a row in a release.
inline constexpr int kBoardIndent = 22;

inline constexpr int kBoardRowHeight = 40;      ///< minimum, px at 100 %
inline constexpr int kBoardTwoLinesHeight = 58; ///< minimum, px at 100 %
inline constexpr int kBoardGroupHeight = 32;    ///< minimum, px at 100 %

} // namespace lynceus
