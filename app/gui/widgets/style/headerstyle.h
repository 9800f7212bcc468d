#pragma once

#include <QRect>

class QPainter;
class QStyleOptionHeader;

namespace lynceus {

/// A column's title with the arrow of its order close behind it. Ascending points up, as in file managers; Qt's own
/// arrow points down for it and stands apart.
struct HeaderPlaces
{
    QRect label;
    QRect arrow; ///< empty: the column is not sorted by
};
[[nodiscard]] HeaderPlaces headerPlaces(const QStyleOptionHeader &header, int padding);
void paintHeaderArrow(const QStyleOptionHeader &header, QPainter *painter);
/// How much wider a title is with its arrow.
[[nodiscard]] int headerArrowRoom();

} // namespace lynceus
