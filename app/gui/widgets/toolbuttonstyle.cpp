#include "app/gui/widgets/toolbuttonstyle.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/tones.h"
#include "app/gui/widgets/windowstyle.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kArrow = 14; ///< px at 100 %
constexpr int kGap = 4;
constexpr int kSeparatorInset = 7;

/// It opens its menu at once; the others do something and have the menu apart.
bool opensMenu(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

void paintArrow(const QStyleOptionToolButton &button, const QRect &place, QPainter *painter)
{
    paintGlyph(
        painter, "chevron-down"_L1,
        QRectF(place.x() + (place.width() - kArrow) / 2.0, place.y() + (place.height() - kArrow) / 2.0, kArrow, kArrow),
        tonesOf(button.palette).muted);
}

} // namespace

int menuArrowRoom(const QStyleOptionToolButton &button)
{
    const bool saysSomething = button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
    return opensMenu(button) && saysSomething ? kArrow + kGap : 0;
}

bool paintMenuButton(const WindowStyle &style, const QStyleOptionToolButton &button, QPainter *painter,
                     const QWidget *widget)
{
    const bool apart = button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    if (!apart && !opensMenu(button))
        return false;
    style.drawPrimitive(button.state & QStyle::State_AutoRaise ? QStyle::PE_PanelButtonTool
                                                               : QStyle::PE_PanelButtonCommand,
                        &button, painter, widget);
    auto label = button;
    if (apart) {
        const QRect menu = style.subControlRect(QStyle::CC_ToolButton, &button, QStyle::SC_ToolButtonMenu, widget);
        label.rect = style.subControlRect(QStyle::CC_ToolButton, &button, QStyle::SC_ToolButton, widget);
        const int x = button.direction == Qt::LeftToRight ? menu.left() : menu.right();
        painter->fillRect(QRect(x, menu.top() + kSeparatorInset, 1, menu.height() - 2 * kSeparatorInset),
                          tonesOf(button.palette).line);
        paintArrow(button, menu, painter);
    } else if (const int room = menuArrowRoom(button); room > 0) {
        const QRect &all = button.rect;
        label.rect = QStyle::visualRect(button.direction, all, all.adjusted(0, 0, -room, 0));
        const QRect arrow(all.right() - room, all.top(), kArrow, all.height());
        paintArrow(button, QStyle::visualRect(button.direction, all, arrow), painter);
    }
    label.features = QStyleOptionToolButton::None;
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
    return true;
}

} // namespace lynceus
