#include "app/gui/detail/timeline/timelineview.h"

#include "app/gui/widgets/accessibility/spokenas.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/domain/time/timeofday.h"
#include "core/engine/text/wording.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kFinest = 200;  ///< pixels per second: Argo CD's times have whole seconds
constexpr int kScrollStep = 40;  ///< pixels per key press
constexpr int kRightMargin = 24; ///< pixels behind the end, for the line of the current time

double secondsBetween(Instant from, Instant until)
{
    return std::chrono::duration<double>(until - from).count();
}

constexpr int kMargin = 6; ///< pixels at 100 %
constexpr qreal kRadius = 3;

QString clockText(Instant at, Duration distance, const QTimeZone &zone)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
    return timeOfDayText(time.time(), distance < std::chrono::minutes(1) ? TimeOfDay::Seconds : TimeOfDay::Minutes);
}

void paintDiamond(QPainter &painter, const QPointF &centre, qreal arm)
{
    const std::array corners{centre + QPointF(0, -arm), centre + QPointF(arm, 0), centre + QPointF(0, arm),
                             centre + QPointF(-arm, 0)};
    painter.drawPolygon(corners.data(), int(corners.size()));
}

/// Bars without room for text show their state by shape, so that colour is not needed.
void paintSliver(QPainter &painter, const QRectF &place, StateRole role, const QColor &colour)
{
    constexpr qreal kArm = 4.5;
    const qreal height = place.height();
    const auto part = [&place, height](qreal from, qreal to) {
        return place.adjusted(0, height * from, 0, height * (to - 1));
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (role) {
    case StateRole::Good:
        painter.drawRect(place);
        return;
    case StateRole::Working: // rising
        painter.drawRect(part(0.5, 1));
        return;
    case StateRole::Held: // with a gap in the middle
        painter.drawRect(part(0, 0.3));
        painter.drawRect(part(0.7, 1));
        return;
    case StateRole::Bad: // with a head
        painter.drawRect(part(0.3, 1));
        paintDiamond(painter, QPointF(place.center().x(), place.top() + kArm), kArm);
        return;
    case StateRole::Neutral:
        painter.drawRect(part(0.35, 0.65));
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

Duration tickDistance(double pixelsPerSecond, int pixels)
{
    static constexpr Duration kSteps[] = {1s, 5s, 15s, 30s, 1min, 5min, 15min, 30min, 1h, 3h, 6h, 12h, 24h};
    for (const auto step : kSteps) {
        if (std::chrono::duration<double>(step).count() * pixelsPerSecond >= pixels)
            return step;
    }
    return *std::prev(std::end(kSteps));
}

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(u"timeline"_s);
    speakAs(this, QAccessible::Chart);
    setAccessibleName(tr("Timeline"));
    connect(this, &TimelineView::currentChanged, this, [this] { setSpokenValue(this, currentText()); });
    viewport()->setMouseTracking(true);
    horizontalScrollBar()->setSingleStep(kScrollStep);
}

void TimelineView::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    viewport()->update();
}

void TimelineView::showLanes(TimelineLanes lanes, bool running)
{
    if (m_lanes == lanes && m_running == running)
        return;
    const auto resource = m_current >= 0 ? m_lanes.lanes[std::size_t(m_current)].name : QString();
    const auto before = std::pair(m_current, currentText());
    m_lanes = std::move(lanes);
    m_running = running;
    const auto same = std::ranges::find(m_lanes.lanes, resource, &TimelineLane::name);
    m_current = same == m_lanes.lanes.end() ? -1 : int(same - m_lanes.lanes.begin());
    if (m_fits)
        fit();
    updateRanges();
    viewport()->update();
    if (std::pair(m_current, currentText()) != before)
        Q_EMIT currentChanged();
}

QString TimelineView::currentText() const
{
    return m_current >= 0 ? textOf(m_lanes.lanes[std::size_t(m_current)]) : QString();
}

void TimelineView::fit()
{
    m_fits = true;
    const auto seconds = std::max(1.0, secondsBetween(m_lanes.begin, m_lanes.end));
    m_scale = std::max(1, viewport()->width() - nameWidth() - kRightMargin) / seconds;
    updateRanges();
    viewport()->update();
}

void TimelineView::zoom(double factor, int anchor)
{
    const int inTime = std::max(0, mirrored(anchor) - nameWidth());
    const double seconds = (horizontalScrollBar()->value() + inTime) / m_scale;
    const auto all = std::max(1.0, secondsBetween(m_lanes.begin, m_lanes.end));
    const double coarsest = std::max(1, viewport()->width() - nameWidth() - kRightMargin) / all;
    m_scale = std::clamp(m_scale * factor, std::min(coarsest, kFinest), std::max(coarsest, kFinest));
    m_fits = m_scale <= coarsest;
    updateRanges();
    horizontalScrollBar()->setValue(int(std::lround(seconds * m_scale)) - inTime);
    viewport()->update();
}

void TimelineView::updateRanges()
{
    const int width = int(secondsBetween(m_lanes.begin, m_lanes.end) * m_scale) + kRightMargin;
    const int across = viewport()->width() - nameWidth();
    horizontalScrollBar()->setRange(0, m_fits ? 0 : std::max(0, width - across));
    horizontalScrollBar()->setPageStep(std::max(1, across));
    const int down = viewport()->height() - headHeight();
    verticalScrollBar()->setRange(0, std::max(0, int(m_lanes.lanes.size()) * laneHeight() - down));
    verticalScrollBar()->setPageStep(std::max(1, down));
    verticalScrollBar()->setSingleStep(laneHeight());
}

void TimelineView::choose(int lane)
{
    if (m_lanes.lanes.empty())
        return;
    m_current = std::clamp(lane, 0, int(m_lanes.lanes.size()) - 1);
    const int top = m_current * laneHeight();
    const int page = viewport()->height() - headHeight();
    if (top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
    else if (top + laneHeight() > verticalScrollBar()->value() + page)
        verticalScrollBar()->setValue(top + laneHeight() - page);
    setAccessibleDescription(currentText());
    viewport()->update();
    Q_EMIT currentChanged();
}

int TimelineView::laneHeight() const
{
    return fontMetrics().height() + 12;
}

int TimelineView::headHeight() const
{
    return (kMarkRows + 1) * fontMetrics().height() + 14; // rows of stages, and the axis below
}

int TimelineView::nameWidth() const
{
    constexpr int kLetters = 34;
    constexpr int kShare = 3; // at most a third of the view
    return std::min(fontMetrics().averageCharWidth() * kLetters, viewport()->width() / kShare);
}

double TimelineView::xOf(Instant at) const
{
    return nameWidth() + secondsBetween(m_lanes.begin, at) * m_scale - horizontalScrollBar()->value();
}

QRectF TimelineView::barPlace(const TimelineBar &bar, int lane) const
{
    constexpr qreal kPadding = 5;
    constexpr qreal kThinnest = 3; // bars without duration must stay visible
    const auto left = xOf(bar.from);
    const auto top = headHeight() + lane * laneHeight() - verticalScrollBar()->value();
    return {left, top + kPadding, std::max(kThinnest, xOf(bar.until) - left), laneHeight() - 2 * kPadding};
}

QRect TimelineView::barRect(int lane, int bar) const
{
    return mirrored(barPlace(m_lanes.lanes.at(std::size_t(lane)).bars.at(std::size_t(bar)), lane)).toAlignedRect();
}

QRectF TimelineView::mirrored(const QRectF &place) const
{
    return isRightToLeft() ? QRectF({viewport()->width() - place.right(), place.top()}, place.size()) : place;
}

int TimelineView::mirrored(int x) const
{
    return isRightToLeft() ? viewport()->width() - x : x;
}

int TimelineView::laneAt(int y) const
{
    const int at = y - headHeight() + verticalScrollBar()->value();
    const int lane = y < headHeight() || at < 0 ? -1 : at / laneHeight();
    return lane < int(m_lanes.lanes.size()) ? lane : -1;
}

/// Texts of marks near the pointer, one per line, because they may not fit into the head.
QString TimelineView::marksAt(int x) const
{
    constexpr int kNear = 30; // pixels
    QStringList lines;
    for (const auto &mark : m_lanes.marks) {
        if (std::abs(xOf(mark.at) - x) <= kNear)
            lines << tr("%1 after %2").arg(mark.text, durationText(mark.at - m_lanes.begin));
    }
    return lines.join(u'\n');
}

QString TimelineView::textAt(QPoint place) const
{
    place.setX(mirrored(place.x()));
    if (place.y() < headHeight())
        return marksAt(place.x());
    const int at = laneAt(place.y());
    if (at < 0)
        return {};
    const auto &lane = m_lanes.lanes[std::size_t(at)];
    if (place.x() < nameWidth())
        return textOf(lane);
    for (auto bar = lane.bars.rbegin(); bar != lane.bars.rend(); ++bar) {
        if (!barPlace(*bar, at).contains(place))
            continue;
        QStringList lines{lane.name, bar->text, tr("for %1").arg(durationText(bar->until - bar->from))};
        lines += lane.images;
        return lines.join(u'\n');
    }
    return {};
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        const auto words = help ? textAt(help->pos()) : QString();
        if (words.isEmpty())
            showToolTip(help->globalPos(), {}, viewport());
        else
            showToolTip(help->globalPos(), words, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fits)
        fit();
    updateRanges();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    auto *across = horizontalScrollBar();
    const int middle = mirrored(nameWidth() + (viewport()->width() - nameWidth()) / 2);
    const int right = isRightToLeft() ? -kScrollStep : kScrollStep;
    switch (event->key()) {
    case Qt::Key_Up:
        return choose(m_current < 0 ? int(m_lanes.lanes.size()) - 1 : m_current - 1);
    case Qt::Key_Down:
        return choose(m_current + 1);
    case Qt::Key_Left:
        return across->setValue(across->value() - right);
    case Qt::Key_Right:
        return across->setValue(across->value() + right);
    case Qt::Key_Home:
        return across->setValue(0);
    case Qt::Key_End:
        return across->setValue(across->maximum());
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        return zoom(kZoomStep, middle);
    case Qt::Key_Minus:
        return zoom(1 / kZoomStep, middle);
    case Qt::Key_0:
        return fit();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    constexpr double kNotch = 120; // eighths of a degree per notch
    zoom(std::pow(kZoomStep, event->angleDelta().y() / kNotch), int(event->position().x()));
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (const int lane = laneAt(int(event->position().y())); lane >= 0)
        choose(lane);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tonesOf(palette()).panel);
    painter.save();
    painter.setClipRect(QRect(0, headHeight(), viewport()->width(), viewport()->height() - headHeight()));
    paintLaneLines(painter);
    painter.restore();
    painter.setClipRect(mirrored(QRectF(nameWidth(), 0, viewport()->width() - nameWidth(), viewport()->height())));
    paintMarks(painter); // below the bars and the times, so that these stay readable
    paintAxis(painter);
    painter.setClipRect(mirrored(
        QRectF(nameWidth(), headHeight(), viewport()->width() - nameWidth(), viewport()->height() - headHeight())));
    paintBars(painter);
    painter.setClipRect(QRect(0, headHeight(), viewport()->width(), viewport()->height() - headHeight()));
    paintNames(painter);
}

void TimelineView::paintLaneLines(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    for (int i = 0; i < int(m_lanes.lanes.size()); ++i) {
        const int top = headHeight() + i * laneHeight() - verticalScrollBar()->value();
        if (i == m_current)
            painter.fillRect(0, top, viewport()->width(), laneHeight(), tones.selection);
        painter.fillRect(0, top + laneHeight() - 1, viewport()->width(), 1, tones.line);
    }
}

void TimelineView::paintBars(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    for (int i = 0; i < int(m_lanes.lanes.size()); ++i) {
        for (const auto &bar : m_lanes.lanes[std::size_t(i)].bars) {
            const auto place = mirrored(barPlace(bar, i));
            const auto colours = tones.of(bar.role);
            const auto inner = place.adjusted(kMargin, 0, -kMargin, 0);
            const auto words = fontMetrics().elidedText(bar.text, Qt::ElideRight, int(inner.width()));
            painter.setRenderHint(QPainter::Antialiasing);
            if (words.size() <= 1) { // the ellipsis alone is useless
                paintSliver(painter, place, bar.role, colours.foreground);
                painter.setRenderHint(QPainter::Antialiasing, false);
                continue;
            }
            painter.setPen(QPen(colours.foreground, 1));
            painter.setBrush(colours.background);
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setPen(colours.foreground);
            painter.drawText(inner, Qt::AlignVCenter | Qt::TextSingleLine, words);
        }
    }
}

void TimelineView::paintNames(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    for (int i = 0; i < int(m_lanes.lanes.size()); ++i) {
        const auto &lane = m_lanes.lanes[std::size_t(i)];
        const int top = headHeight() + i * laneHeight() - verticalScrollBar()->value();
        const auto place = mirrored(QRectF(0, top, nameWidth(), laneHeight() - 1));
        painter.fillRect(place, i == m_current ? tones.selection : tones.panel);
        painter.setPen(lane.resource.kind.isEmpty() ? tones.muted : tones.text);
        painter.drawText(place.adjusted(kMargin, 0, -kMargin, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(lane.name, Qt::ElideMiddle, nameWidth() - 2 * kMargin));
    }
    painter.fillRect(mirrored(QRectF(nameWidth() - 1, headHeight(), 1, viewport()->height())), tones.line);
    if (hasFocus() && m_current < 0) {
        painter.setPen(tones.accent);
        painter.setBrush(Qt::NoBrush); // reset the brush of the last bar, which would cover everything
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    const int clockWidth = fontMetrics().horizontalAdvance(timeOfDayText(QTime(22, 0, 0), TimeOfDay::Seconds));
    const auto distance = tickDistance(m_scale, clockWidth + 2 * kMargin);
    const int top = kMarkRows * fontMetrics().height() + kMargin;
    painter.fillRect(0, headHeight() - 1, viewport()->width(), 1, tones.line);
    const auto first = m_lanes.begin.time_since_epoch() / distance * distance;
    for (auto at = Instant(first); xOf(at) < viewport()->width(); at += distance) {
        const int x = int(xOf(at));
        if (at < m_lanes.begin || x < nameWidth() - clockWidth)
            continue;
        painter.fillRect(mirrored(QRectF(x, headHeight() - kMargin, 1, kMargin)), tones.line);
        if (x + clockWidth > viewport()->width())
            continue; // half of a label is useless
        const auto text = clockText(at, distance, m_zone);
        const int width = fontMetrics().horizontalAdvance(text) + 1;
        const auto place = mirrored(QRectF(x + 3, top, width, fontMetrics().height()));
        painter.fillRect(place, tones.panel); // above the lines of stages
        painter.setPen(tones.muted);
        painter.drawText(place, Qt::AlignLeft | Qt::TextDontClip, text);
    }
}

std::vector<TimelineView::PlacedMark> TimelineView::placedMarks() const
{
    const int height = fontMetrics().height();
    const auto topOf = [height](int row) { return 2 + row * height; };
    std::vector<PlacedMark> places;
    std::array<double, kMarkRows> ends{}; // of the last text in each row
    std::array<std::size_t, kMarkRows> last{};
    for (const auto &mark : m_lanes.marks) {
        const auto x = xOf(mark.at);
        const auto from = x + kMargin / 2.0;
        int row = kMarkRows; // below all texts that reach this line
        while (row > 0 && ends[std::size_t(row - 1)] <= from)
            --row;
        if (row == kMarkRows && mark.isEnd) { // the outcome is more important than the stage before
            --row;
            auto &replaced = places[last[std::size_t(row)]];
            replaced.text = {};
            replaced.line.setTop(topOf(kMarkRows));
        }
        PlacedMark place{QRectF(x, topOf(row), 0, viewport()->height() - topOf(row)), {}};
        if (row < kMarkRows) {
            const int width = fontMetrics().horizontalAdvance(mark.text) + 1;
            place.text = QRectF(from, topOf(row), width, height);
            ends[std::size_t(row)] = from + width + kMargin;
            last[std::size_t(row)] = places.size();
        }
        places.push_back(place);
    }
    for (auto &place : places) {
        place.line = mirrored(place.line);
        if (!place.text.isEmpty())
            place.text = mirrored(place.text);
    }
    return places;
}

void TimelineView::paintMarks(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    const auto places = placedMarks();
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto &mark = m_lanes.marks[at];
        const auto &place = places[at];
        painter.setPen(QPen(mark.isEnd ? tones.text : tones.accent, 1, mark.isEnd ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(place.line.topLeft(), place.line.bottomLeft());
        if (!place.text.isEmpty())
            painter.drawText(place.text, Qt::AlignLeft, mark.text);
    }
    if (m_running) {
        const auto x = isRightToLeft() ? viewport()->width() - xOf(m_lanes.end) : xOf(m_lanes.end);
        painter.setPen(QPen(tones.of(StateRole::Working).foreground, 2));
        painter.drawLine(QPointF(x, kMarkRows * fontMetrics().height() + kMargin), QPointF(x, viewport()->height()));
    }
}

} // namespace lynceus
