#include "app/gui/tray/trayicon.h"

#include "app/gui/widgets/painting/icons.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::array kSides{16, 22, 24, 32, 48, 64}; // pixels
constexpr int kLeastForCount = 22;                   // smaller digits are unreadable
constexpr qreal kGlyphShare = 0.62;
constexpr qreal kCountShare = 0.55;

/// The program's icon in one colour: the eye of a lynx below its ears, in the proportions of icons/small.svg.
QPainterPath lynxEye(const QRectF &square)
{
    QPainterPath ears;
    ears.addPolygon(QPolygonF({{2, 6.5}, {2.6, 0.6}, {6.8, 4.3}}));
    ears.closeSubpath();
    ears.addPolygon(QPolygonF({{14, 6.5}, {13.4, 0.6}, {9.2, 4.3}}));
    ears.closeSubpath();
    QPainterPath eye({0.4, 9});
    eye.cubicTo(2.8, 5.2, 5.4, 4.2, 8, 4.2);
    eye.cubicTo(10.6, 4.2, 13.2, 5.2, 15.6, 9);
    eye.cubicTo(13.2, 12.8, 10.6, 13.8, 8, 13.8);
    eye.cubicTo(5.4, 13.8, 2.8, 12.8, 0.4, 9);
    QPainterPath iris;
    iris.addEllipse(QPointF(8, 9), 3.6, 3.6);
    QPainterPath pupil({8, 5.9});
    pupil.cubicTo(9.6, 7.7, 9.6, 10.3, 8, 12.1);
    pupil.cubicTo(6.4, 10.3, 6.4, 7.7, 8, 5.9);
    const auto whole = ears.united(eye).subtracted(iris).united(pupil);
    constexpr qreal kDrawnSide = 16;
    return QTransform::fromTranslate(square.left(), square.top())
        .scale(square.width() / kDrawnSide, square.height() / kDrawnSide)
        .map(whole);
}

/// One outline per role, so that colour is not needed.
QPainterPath outline(StateRole role, const QRectF &square)
{
    QPainterPath path;
    switch (role) {
    case StateRole::Good:
    case StateRole::Working:
        path.addEllipse(square);
        break;
    case StateRole::Bad: { // a diamond
        path.addPolygon(QPolygonF({{square.center().x(), square.top()},
                                   {square.right(), square.center().y()},
                                   {square.center().x(), square.bottom()},
                                   {square.left(), square.center().y()}}));
        path.closeSubpath();
        break;
    }
    case StateRole::Held:
        path.addRoundedRect(square, square.width() / 6, square.height() / 6);
        break;
    case StateRole::Neutral:
        path = lynxEye(square);
        break;
    }
    return path;
}

QLatin1StringView glyph(StateRole role)
{
    switch (role) {
    case StateRole::Good:
        return "check"_L1;
    case StateRole::Working:
        return "rocket"_L1;
    case StateRole::Bad:
        return "x"_L1;
    case StateRole::Held:
        return "pause"_L1;
    case StateRole::Neutral:
        return {};
    }
    Q_UNREACHABLE();
}

void paintCount(QPainter &painter, int count, qreal side)
{
    const auto text = count > 9 ? u"9+"_s : QString::number(count);
    const QRectF place(side * (1 - kCountShare), side * (1 - kCountShare), side * kCountShare, side * kCountShare);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1b, 0x24, 0x30));
    painter.drawEllipse(place);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(1, static_cast<int>(place.height() * (text.size() > 1 ? 0.62 : 0.78))));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace

QColor trayColour(StateRole role)
{
    switch (role) {
    case StateRole::Good:
        return {0x1f, 0x9a, 0x68};
    case StateRole::Working:
        return {0x2a, 0x86, 0xc8};
    case StateRole::Bad:
        return {0xe0, 0x46, 0x3c};
    case StateRole::Held:
        return {0xb5, 0x79, 0x0c};
    case StateRole::Neutral:
        return {0x7d, 0x87, 0x92};
    }
    Q_UNREACHABLE();
}

QPixmap trayPixmap(const TrayState &state, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square(0.5, 0.5, side - 1, side - 1);
    painter.fillPath(outline(state.role, square), trayColour(state.role));
    if (const auto name = glyph(state.role); !name.isEmpty()) {
        QRectF place(0, 0, side * kGlyphShare, side * kGlyphShare);
        place.moveCenter(square.center());
        paintGlyph(&painter, name, place, Qt::white);
    }
    if (state.count > 0 && side >= kLeastForCount)
        paintCount(painter, state.count, side);
    return pixmap;
}

QIcon trayIcon(const TrayState &state)
{
    QIcon icon;
    for (const auto side : kSides)
        icon.addPixmap(trayPixmap(state, side));
    return icon;
}

} // namespace lynceus
