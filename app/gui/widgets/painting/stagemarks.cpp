#include "app/gui/widgets/painting/stagemarks.h"

#include "app/gui/widgets/painting/tones.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRadius = 7.5; ///< from the design, at 100 %
/// Share of muted text for future stages: visible on a selected row, but weaker than a state.
constexpr double kToCome = 0.7;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StageMark)
};

QPointF centreOf(const QRectF &place, int shown, Qt::LayoutDirection direction)
{
    const int position = direction == Qt::RightToLeft ? kShownStages - 1 - shown : shown;
    const qreal step = (place.width() - 2 * kRadius) / (kShownStages - 1);
    return {place.left() + kRadius + step * position, place.center().y()};
}

StateRole roleOf(StageMark mark)
{
    switch (mark) {
    case StageMark::Reached:
        return StateRole::Good;
    case StageMark::Working:
        return StateRole::Working;
    case StageMark::Blocked:
        return StateRole::Held;
    case StageMark::Failing:
        return StateRole::Bad;
    case StageMark::ToCome:
    case StageMark::Stopped:
        return StateRole::Neutral;
    }
    Q_UNREACHABLE();
}

QColor toComeOf(const Tones &tones)
{
    return blended(tones.line, tones.muted, kToCome);
}

void paintCross(QPainter *painter, const QPointF &centre, qreal arm)
{
    painter->drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
    painter->drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
}

void paintCheck(QPainter *painter, const QPointF &centre)
{
    const std::array points{centre + QPointF(-3.2, 0.2), centre + QPointF(-1, 2.6), centre + QPointF(3.4, -2.4)};
    painter->drawPolyline(points.data(), int(points.size()));
}

/// Future stages are hollow: the row's background shows through.
void paintMark(QPainter *painter, const QPointF &centre, StageMark mark, const Tones &tones)
{
    const auto colours = tones.of(roleOf(mark));
    const bool filled = mark == StageMark::Reached || mark == StageMark::Failing;
    QPen ring(mark == StageMark::ToCome ? toComeOf(tones) : colours.foreground, 2);
    if (mark == StageMark::Blocked)
        ring.setDashPattern({1.6, 1.36}); // eight dashes per circle
    painter->setPen(filled ? Qt::NoPen : ring);
    if (mark == StageMark::ToCome)
        painter->setBrush(Qt::NoBrush);
    else
        painter->setBrush(filled ? colours.foreground : colours.background);
    const qreal radius = filled ? kRadius : kRadius - 1;
    painter->drawEllipse(centre, radius, radius);
    painter->setPen(QPen(filled ? tones.panel : colours.foreground, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (mark == StageMark::Reached)
        paintCheck(painter, centre);
    else if (mark == StageMark::Failing)
        paintCross(painter, centre, 2.6);
    else if (mark == StageMark::Stopped)
        painter->drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0));
}

QString textOf(StageMark mark)
{
    switch (mark) {
    case StageMark::Working:
        return Text::tr("working");
    case StageMark::Blocked:
        return Text::tr("blocked");
    case StageMark::Failing:
        return Text::tr("failing");
    case StageMark::Stopped:
        return Text::tr("stopped");
    case StageMark::ToCome:
    case StageMark::Reached:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString stageMarkText(int shown)
{
    switch (Stage(shown + 1)) {
    case Stage::None:
        break;
    case Stage::Noticed:
        return Text::tr("Noticed");
    case Stage::Applied:
        return Text::tr("Applied");
    case Stage::Rolling:
        return Text::tr("Rolling");
    case Stage::Running:
        return Text::tr("Running");
    case Stage::Stable:
        return Text::tr("Stable");
    }
    return {};
}

QString textOf(const StageMarks &marks)
{
    QStringList words;
    for (int shown = 0; shown < kShownStages; ++shown) {
        const auto mark = marks[std::size_t(shown)];
        if (mark == StageMark::ToCome)
            break;
        const auto state = textOf(mark);
        words.push_back(state.isEmpty() ? stageMarkText(shown) : u"%1: %2"_s.arg(stageMarkText(shown), state));
    }
    return words.join(u", "_s);
}

void paintStages(QPainter *painter, const QRectF &place, const StageMarks &marks, const QPalette &palette,
                 Qt::LayoutDirection direction)
{
    const auto tones = tonesOf(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (int shown = 1; shown < kShownStages; ++shown) {
        const bool reached = marks[std::size_t(shown)] != StageMark::ToCome;
        painter->setPen(
            QPen(reached ? tones.of(StateRole::Good).foreground : toComeOf(tones), 2, Qt::SolidLine, Qt::FlatCap));
        const QLineF line(centreOf(place, shown - 1, direction), centreOf(place, shown, direction));
        const qreal edge = kRadius / line.length();
        painter->drawLine(QLineF(line.pointAt(edge), line.pointAt(1 - edge)));
    }
    for (int shown = 0; shown < kShownStages; ++shown)
        paintMark(painter, centreOf(place, shown, direction), marks[std::size_t(shown)], tones);
    painter->restore();
}

int stageAt(const QRectF &place, const QPointF &position, Qt::LayoutDirection direction)
{
    for (int shown = 0; shown < kShownStages; ++shown) {
        const auto away = position - centreOf(place, shown, direction);
        if (qMax(qAbs(away.x()), qAbs(away.y())) <= kRadius + 4) // a larger target than the visible circle
            return shown;
    }
    return -1;
}

} // namespace lynceus
