#include "app/gui/widgets/style/toolbuttonstyle.h"

#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "app/gui/widgets/text/mnemonics.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kArrow = 14; ///< px at 100 %
constexpr int kGap = 4;
constexpr int kSeparatorInset = 7;
constexpr int kIconGap = 8;
constexpr int kFlatPadding = 6;

/// True if a click opens the menu; other buttons have an action and a separate menu arrow.
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

void paintToolLabel(const QStyleOptionToolButton &button, const QRect &place, QPainter *painter)
{
    const bool enabled = button.state & QStyle::State_Enabled;
    const QSize side = button.icon.isNull() ? QSize(0, 0) : button.iconSize;
    const int before = side.width() > 0 ? side.width() + kIconGap : 0;
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    // The text of flat buttons is aligned with the content below.
    const int left = button.state & QStyle::State_AutoRaise ? place.left() + kFlatPadding
                                                            : place.left() + (place.width() - before - text) / 2;
    if (before > 0) {
        const QRect icon(left, place.top() + (place.height() - side.height()) / 2, side.width(), side.height());
        painter->drawPixmap(QStyle::visualRect(button.direction, place, icon),
                            button.icon.pixmap(side, painter->device()->devicePixelRatioF(),
                                               enabled ? QIcon::Normal : QIcon::Disabled));
    }
    painter->setFont(button.font);
    painter->setPen(button.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter->drawText(
        QStyle::visualRect(button.direction, place, {left + before, place.top(), text + 2, place.height()}),
        int(Qt::AlignVCenter) | mnemonicFlags(button.text), button.text);
}

} // namespace

int menuArrowRoom(const QStyleOptionToolButton &button)
{
    const bool saysSomething = button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
    return opensMenu(button) && saysSomething ? kArrow + kGap : 0;
}

bool paintToolButton(const WindowStyle &style, const QStyleOptionToolButton &button, QPainter *painter,
                     const QWidget *widget)
{
    const bool apart = button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    const bool saysSomething = button.toolButtonStyle == Qt::ToolButtonTextBesideIcon;
    if (!apart && !opensMenu(button) && !saysSomething)
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
    if (saysSomething) {
        paintToolLabel(button, label.rect, painter);
        return true;
    }
    label.features = QStyleOptionToolButton::None;
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
    return true;
}

} // namespace lynceus
