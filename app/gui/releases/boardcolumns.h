#pragma once

#include <QFontMetrics>
#include <QRect>

namespace lynceus {

/// How much room the longest name, instance and versions of all rows need, px: columns are as wide as what is in them,
/// so that the rest of a row is for its sentence.
struct BoardWidths
{
    int name = 0;
    int badge = 0;
    int versions = 0;
    int environment = 0; ///< 0: no row has one

    friend bool operator==(const BoardWidths &, const BoardWidths &) = default;
};

/// Where the parts of a row are: the same in all rows, so that the eye can run down. An empty rectangle is not shown.
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
    QRect sentence; ///< beside the others; of a row with two lines the whole second one
    QRect time;
};

/// What a row is like, as far as its columns depend on it.
struct BoardRowKind
{
    int depth = 0;         ///< 1: inside a release, or with the arrow of one
    bool twoLines = false; ///< the sentence has a line of its own
};

/// For left-to-right; the caller mirrors. Columns give way by their worth as a row gets narrower: the sentence beside
/// the others first, then pods, time, marks, the instance and the environment. Only when all are gone is a name or a
/// version cut.
[[nodiscard]] BoardColumns boardColumns(const QRect &row, const QFontMetrics &metrics, const BoardWidths &widths,
                                        BoardRowKind kind);
[[nodiscard]] BoardColumns mirrored(const BoardColumns &columns, const QRect &row, Qt::LayoutDirection direction);

/// Of the arrow and the indentation that a row in a release has before its name.
inline constexpr int kBoardIndent = 22;

inline constexpr int kBoardRowHeight = 40;      ///< at least, at 100 %
inline constexpr int kBoardTwoLinesHeight = 58; ///< the same
inline constexpr int kBoardGroupHeight = 32;    ///< the same

} // namespace lynceus
