#pragma once

#include <QRect>

class QPainter;
class QStyleOptionHeader;

namespace lynceus {

/// A column's title with its sort arrow next to it. Ascending points up, as in file managers; Qt's own arrow points
/// down and is placed apart.
struct HeaderPlaces
{
    QRect label;
    QRect arrow; ///< empty: not the sorted column
};
[[nodiscard]] HeaderPlaces headerPlaces(const QStyleOptionHeader &header, int padding);
void paintHeaderArrow(const QStyleOptionHeader &header, QPainter *painter);
/// Additional width of a title with an arrow.
[[nodiscard]] int headerArrowRoom();

} // namespace lynceus
