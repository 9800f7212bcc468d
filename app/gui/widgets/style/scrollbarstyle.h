#pragma once

#include <QStyle>

class QPainter;
class QStyleOptionSlider;

namespace lynceus {

/// Scroll bars without arrows or track: a rounded handle that widens under the pointer. Vertical bars overlay their
/// content and take no space; a horizontal one would hide the last line, so it is placed below.

inline constexpr int kScrollBarExtent = 12; ///< px at 100 %: clickable width

void paintScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter *painter, const QWidget *widget);
/// The rectangle of @p part; mirrored if needed.
[[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part);
/// True if the bar overlays its content.
[[nodiscard]] bool isOverlaid(const QWidget *widget);

} // namespace lynceus
