#pragma once

#include <QStyle>

class QPainter;
class QStyleOptionSlider;

namespace lynceus {

/// Scroll bars without arrows or a track: a rounded handle that becomes wider under the pointer. A vertical one lies
/// over what it scrolls and takes no room from it; a horizontal one would hide the last line, and stands below.

inline constexpr int kScrollBarExtent = 12; ///< px at 100 %: what can be clicked

void paintScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter *painter, const QWidget *widget);
/// Where @p part is; mirrored.
[[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part);
/// Whether it lies over what it scrolls.
[[nodiscard]] bool isOverlaid(const QWidget *widget);

} // namespace lynceus
