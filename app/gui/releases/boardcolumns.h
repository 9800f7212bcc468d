#pragma once

#include <QFontMetrics>
#include <QRect>

namespace lynceus {

/// Where the parts of a row are: the same in all rows, so that the eye can run down. An empty rectangle is not shown.
struct BoardColumns
{
    QRect stripe;
    QRect fold; ///< the arrow of a release
    QRect name;
    QRect badge;
    QRect versions;
    QRect marks;
    QRect pods;
    QRect sentence;
    QRect time;
};

/// For left-to-right; the caller mirrors. Narrow rows drop pods first, then the old and new version: the sentence says
/// what matters. @p depth 1: inside a release.
[[nodiscard]] BoardColumns boardColumns(const QRect &row, const QFontMetrics &metrics, int depth);
[[nodiscard]] BoardColumns mirrored(const BoardColumns &columns, const QRect &row, Qt::LayoutDirection direction);

inline constexpr int kBoardRowHeight = 44;   ///< at least, at 100 %
inline constexpr int kBoardGroupHeight = 32; ///< the same

} // namespace lynceus
