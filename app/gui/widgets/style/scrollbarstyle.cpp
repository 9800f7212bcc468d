#include "app/gui/widgets/style/scrollbarstyle.h"

#include "app/gui/widgets/style/controlstyle.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kLeastHandle = 28; ///< px at 100 %: easy to grab
constexpr int kThin = 4;
constexpr int kThick = 8;
constexpr int kEdge = 1; ///< between the handle and the view's edge

bool isUpright(const QStyleOptionSlider &bar)
{
    return bar.orientation == Qt::Vertical;
}

QRect handleOf(const QStyleOptionSlider &bar)
{
    const int room = isUpright(bar) ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int length = room;
    if (range > 0) {
        length = int(qint64(room) * bar.pageStep / (range + bar.pageStep));
        length = std::clamp(length, std::min(kLeastHandle, room), room);
    }
    const int at =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length, bar.upsideDown);
    return isUpright(bar) ? QRect(bar.rect.left(), bar.rect.top() + at, bar.rect.width(), length)
                          : QRect(bar.rect.left() + at, bar.rect.top(), length, bar.rect.height());
}

/// The area before or after the handle: a click there scrolls by a page.
QRect pageOf(const QStyleOptionSlider &bar, bool isBefore)
{
    const auto handle = handleOf(bar);
    auto page = bar.rect;
    if (isUpright(bar))
        isBefore ? page.setBottom(handle.top() - 1) : page.setTop(handle.bottom() + 1);
    else
        isBefore ? page.setRight(handle.left() - 1) : page.setLeft(handle.right() + 1);
    return page;
}

} // namespace

bool isOverlaid(const QWidget *widget)
{
    const auto *bar = qobject_cast<const QScrollBar *>(widget);
    return bar && bar->orientation() == Qt::Vertical;
}

QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    QRect place;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        place = handleOf(bar);
        break;
    case QStyle::SC_ScrollBarSubPage:
        place = pageOf(bar, true);
        break;
    case QStyle::SC_ScrollBarAddPage:
        place = pageOf(bar, false);
        break;
    case QStyle::SC_ScrollBarGroove:
        place = bar.rect;
        break;
    default: // no arrows
        return {};
    }
    return QStyle::visualRect(bar.direction, bar.rect, place);
}

void paintScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter *painter, const QWidget *widget)
{
    if (!isOverlaid(widget))
        painter->fillRect(bar.rect, bar.palette.color(QPalette::Base));
    if (bar.maximum <= bar.minimum)
        return;
    const bool isGrown = bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const auto handle = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    const int width = isGrown ? kThick : kThin;
    QRect shown = handle;
    if (isUpright(bar)) {
        shown.setWidth(width);
        if (bar.direction == Qt::RightToLeft)
            shown.moveLeft(handle.left() + kEdge);
        else
            shown.moveRight(handle.right() - kEdge);
        shown.adjust(0, kEdge, 0, -kEdge);
    } else {
        shown.setHeight(width);
        shown.moveBottom(handle.bottom() - kEdge);
        shown.adjust(kEdge, 0, -kEdge, 0);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    auto colour = fieldBorder(bar.palette); // 3:1, as for all controls
    if (isGrown)
        colour = bar.palette.color(QPalette::PlaceholderText);
    painter->setBrush(colour);
    painter->drawRoundedRect(shown, width / 2.0, width / 2.0);
    painter->restore();
}

} // namespace lynceus
