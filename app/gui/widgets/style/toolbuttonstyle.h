#pragma once

class QPainter;
class QStyleOptionToolButton;
class QWidget;

namespace lynceus {

class WindowStyle;

/// Tool buttons with a text or a menu: framed like their neighbours unless they are flat, with the arrow beside the
/// text. False: it is an icon alone.
[[nodiscard]] bool paintToolButton(const WindowStyle &style, const QStyleOptionToolButton &button, QPainter *painter,
                                   const QWidget *widget);
/// Room for the arrow of a button that opens a menu and says something.
[[nodiscard]] int menuArrowRoom(const QStyleOptionToolButton &button);

} // namespace lynceus
