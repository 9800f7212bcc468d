#pragma once

class QPainter;
class QStyleOptionToolButton;
class QWidget;

namespace lynceus {

class WindowStyle;

/// Paints tool buttons with a text or a menu: with a frame unless they are flat, and with the arrow beside the text.
/// Returns false for buttons with only an icon.
[[nodiscard]] bool paintToolButton(const WindowStyle &style, const QStyleOptionToolButton &button, QPainter *painter,
                                   const QWidget *widget);
/// Width for the arrow of a button that has a menu and a text.
[[nodiscard]] int menuArrowRoom(const QStyleOptionToolButton &button);

} // namespace lynceus
