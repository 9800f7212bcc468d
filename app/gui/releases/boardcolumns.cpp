#include "app/gui/releases/boardcolumns.h"

#include <QStyle>

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kStripe = 5;
constexpr int kEdge = 16; ///< between the window's edge and text
constexpr int kGap = 16;
constexpr int kFold = 16;
constexpr int kMarksWidth = 200;  ///< as in the drawings
constexpr int kMarksLeast = 108;  ///< five circles that do not touch
constexpr int kWithoutPods = 860; ///< narrower rows leave them out
constexpr int kWithoutVersions = 640;

} // namespace

BoardColumns boardColumns(const QRect &row, const QFontMetrics &metrics, int depth)
{
    const int letter = metrics.averageCharWidth();
    const int width = row.width();
    BoardColumns columns;
    columns.stripe = QRect(row.left(), row.top() + 5, kStripe, row.height() - 10);
    int left = row.left() + kEdge;
    const auto take = [&](int columnWidth) {
        const QRect place(left, row.top(), columnWidth, row.height());
        left += columnWidth + kGap;
        return place;
    };
    const int time = letter * 14;
    const int right = row.right() + 1 - kEdge;
    columns.time = QRect(right - time, row.top(), time, row.height());

    const auto share = [width](double part, int least, int most) { return std::clamp(int(width * part), least, most); };
    const auto name = take(share(0.16, letter * 14, letter * 30));
    columns.fold = QRect(name.left(), row.top(), kFold, row.height());
    columns.name = name.adjusted(depth > 0 ? kFold + 6 : 0, 0, 0, 0);
    columns.badge = take(share(0.1, letter * 12, letter * 18));
    if (width >= kWithoutVersions)
        columns.versions = take(share(0.1, letter * 15, letter * 26));
    columns.marks = take(share(0.12, kMarksLeast, kMarksWidth));
    if (width >= kWithoutPods)
        columns.pods = take(letter * 5);
    columns.sentence = QRect(left, row.top(), std::max(0, columns.time.left() - kGap - left), row.height());
    return columns;
}

BoardColumns mirrored(const BoardColumns &columns, const QRect &row, Qt::LayoutDirection direction)
{
    auto result = columns;
    for (auto *rect : {&result.stripe, &result.fold, &result.name, &result.badge, &result.versions, &result.marks,
                       &result.pods, &result.sentence, &result.time}) {
        if (!rect->isEmpty())
            *rect = QStyle::visualRect(direction, row, *rect);
    }
    return result;
}

} // namespace lynceus
