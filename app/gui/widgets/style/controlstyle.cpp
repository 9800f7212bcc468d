#include "app/gui/widgets/style/controlstyle.h"

#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"

#include <QPainter>
#include <QStyleOption>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRadius = 6;    ///< px at 100 %
constexpr qreal kBoxRadius = 4; ///< of a check box, which is smaller
constexpr qreal kArrow = 14;
constexpr qreal kRoundLine = 1.3; ///< px: antialiasing weakens the colour of a circle
constexpr double kSeen = 3.4;     ///< WCAG's 3:1, plus what antialiasing takes away at round lines

/// Colours of an indicator in the state of its button.
struct Ink
{
    QColor fill;
    QColor line;
    QColor mark;
    qreal width;
};

Ink inkOf(const QStyleOption &option, const Tones &tones)
{
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!(option.state & QStyle::State_Enabled)) {
        const auto faint = option.palette.color(QPalette::Disabled, QPalette::WindowText);
        return {tones.panel, tones.line, faint, 1};
    }
    const bool pointedAt = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus | QStyle::State_Sunken);
    if (on)
        return {tones.accent, tones.accent, tones.accentText, 1};
    return {tones.panel, pointedAt ? tones.accent : fieldBorder(option.palette), tones.accent, pointedAt ? 1.5 : 1};
}

QRectF indicatorPlace(const QRect &room)
{
    QRectF place(0, 0, kIndicatorSide, kIndicatorSide);
    place.moveCenter(QRectF(room).center());
    place.moveTopLeft(place.topLeft().toPoint()); // align lines to whole pixels
    return place;
}

void paintArrow(QPainter *painter, const QRect &room, bool up, const QColor &colour)
{
    QRectF place(0, 0, kArrow, kArrow);
    place.moveCenter(QRectF(room).center());
    paintGlyph(painter, up ? "chevron-up"_L1 : "chevron-down"_L1, place, colour);
}

/// Paints the border of an input field or combo box.
void paintField(const QStyleOption &option, QPainter *painter, const Tones &tones)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = option.state & QStyle::State_HasFocus;
    paintFrame(painter, option.rect, tones.panel,
               focused       ? tones.accent
                   : enabled ? fieldBorder(option.palette)
                             : tones.line,
               focused ? 2 : 1);
}

QColor arrowColour(const QStyleOption &option, const Tones &tones, bool usable)
{
    return usable && (option.state & QStyle::State_Enabled)
        ? tones.muted
        : option.palette.color(QPalette::Disabled, QPalette::ButtonText);
}

} // namespace

QColor fieldBorder(const QPalette &palette)
{
    const auto tones = tonesOf(palette);
    const auto window = palette.color(QPalette::Active, QPalette::Window);
    auto border = tones.line;
    const auto isSeen = [&] {
        return contrastBetween(border, tones.panel) >= kSeen && contrastBetween(border, window) >= kSeen;
    };
    for (int step = 1; step <= 20 && !isSeen(); ++step)
        border = blended(tones.line, tones.text, step * 0.05);
    return border;
}

void paintFrame(QPainter *painter, const QRectF &place, const QColor &fill, const QColor &line, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

void paintCheckBox(const QStyleOption &option, QPainter *painter)
{
    const auto ink = inkOf(option, tonesOf(option.palette));
    const auto place = indicatorPlace(option.rect);
    const qreal inset = ink.width / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink.line, ink.width));
    painter->setBrush(ink.fill);
    painter->drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), kBoxRadius, kBoxRadius);
    if (option.state & QStyle::State_NoChange) {
        painter->setPen(QPen(ink.mark, 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(place.left() + 5, place.center().y()),
                          QPointF(place.right() - 5, place.center().y()));
    } else if (option.state & QStyle::State_On) {
        paintGlyph(painter, "check"_L1, place.adjusted(1, 1, -1, -1), ink.mark);
    }
    painter->restore();
}

void paintRadioButton(const QStyleOption &option, QPainter *painter)
{
    const auto ink = inkOf(option, tonesOf(option.palette));
    const auto place = indicatorPlace(option.rect);
    const qreal width = qMax(ink.width, kRoundLine);
    const qreal inset = width / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink.line, width));
    painter->setBrush(ink.fill);
    painter->drawEllipse(place.adjusted(inset, inset, -inset, -inset));
    if (option.state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink.mark);
        painter->drawEllipse(place.adjusted(5, 5, -5, -5));
    }
    painter->restore();
}

void paintComboBox(const QStyle &style, const QStyleOptionComboBox &combo, QPainter *painter, const QWidget *widget)
{
    const auto tones = tonesOf(combo.palette);
    if (combo.frame)
        paintField(combo, painter, tones);
    else
        painter->fillRect(combo.rect, tones.panel);
    paintArrow(painter, style.subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxArrow, widget), false,
               arrowColour(combo, tones, true));
}

void paintSpinBox(const QStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter, const QWidget *widget)
{
    const auto tones = tonesOf(spin.palette);
    if (spin.frame)
        paintField(spin, painter, tones);
    else
        painter->fillRect(spin.rect, tones.panel);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto paintStep = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, bool up) {
        const auto place = style.subControlRect(QStyle::CC_SpinBox, &spin, part, widget);
        const bool usable = spin.stepEnabled.testFlag(step);
        if (usable && spin.activeSubControls == part && (spin.state & (QStyle::State_MouseOver | QStyle::State_Sunken)))
            painter->fillRect(place, tones.selection);
        paintArrow(painter, place, up, arrowColour(spin, tones, usable));
    };
    paintStep(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
    paintStep(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
}

} // namespace lynceus
