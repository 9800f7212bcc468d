// TimelineView: how it is drawn.
#include "app/gui/detail/timeline/timelineview.h"
#include "app/gui/widgets/tones.h"

#include <QDateTime>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMargin = 6; ///< pixels at 100 %
constexpr qreal kRadius = 3;

QString clockWords(Instant at, Duration distance, const QTimeZone &zone)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
    return time.toString(distance < std::chrono::minutes(1) ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

void paintDiamond(QPainter &painter, const QPointF &centre, qreal arm)
{
    const std::array corners{centre + QPointF(0, -arm), centre + QPointF(arm, 0), centre + QPointF(0, arm),
                             centre + QPointF(-arm, 0)};
    painter.drawPolygon(corners.data(), int(corners.size()));
}

/// What has no room for words says its state by its shape, so that colour is not needed.
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
    case StateRole::Working: // on its way up
        painter.drawRect(part(0.5, 1));
        return;
    case StateRole::Held: // broken in the middle
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

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tonesOf(palette()).panel);
    painter.save();
    painter.setClipRect(QRect(0, headHeight(), viewport()->width(), viewport()->height() - headHeight()));
    paintLaneLines(painter);
    painter.restore();
    paintAxis(painter);
    paintMarks(painter); // below the bars: their words must be read
    painter.setClipRect(QRect(nameWidth(), headHeight(), viewport()->width(), viewport()->height() - headHeight()));
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
            const auto place = barPlace(bar, i);
            const auto colours = tones.of(bar.role);
            const auto inner = place.adjusted(kMargin, 0, -kMargin, 0);
            const auto words = fontMetrics().elidedText(bar.text, Qt::ElideRight, int(inner.width()));
            painter.setRenderHint(QPainter::Antialiasing);
            if (words.size() <= 1) { // the ellipsis alone says nothing
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
        const QRect place(0, top, nameWidth(), laneHeight() - 1);
        painter.fillRect(place, i == m_current ? tones.selection : tones.panel);
        painter.setPen(lane.resource.kind.isEmpty() ? tones.muted : tones.text);
        painter.drawText(place.adjusted(kMargin, 0, -kMargin, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(lane.name, Qt::ElideMiddle, place.width() - 2 * kMargin));
    }
    painter.fillRect(nameWidth() - 1, headHeight(), 1, viewport()->height(), tones.line);
    if (hasFocus() && m_current < 0) {
        painter.setPen(tones.accent);
        painter.setBrush(Qt::NoBrush); // the last bar left its own: all would be covered
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    const auto distance = tickDistance(m_scale, fontMetrics().horizontalAdvance(u"00:00:00"_s) + 2 * kMargin);
    const int top = kMarkRows * fontMetrics().height() + kMargin;
    painter.fillRect(0, headHeight() - 1, viewport()->width(), 1, tones.line);
    painter.setClipRect(QRect(nameWidth(), 0, viewport()->width() - nameWidth(), viewport()->height()));
    const auto first = m_lanes.begin.time_since_epoch() / distance * distance;
    for (auto at = Instant(first); xOf(at) < viewport()->width(); at += distance) {
        const int x = int(xOf(at));
        if (at < m_lanes.begin || x < nameWidth() - fontMetrics().horizontalAdvance(u"00:00:00"_s))
            continue;
        painter.fillRect(x, headHeight() - kMargin, 1, kMargin, tones.line);
        if (x + fontMetrics().horizontalAdvance(u"00:00:00"_s) > viewport()->width())
            continue; // half a time is none
        painter.setPen(tones.muted);
        painter.drawText(x + 3, top, viewport()->width(), fontMetrics().height(), Qt::AlignLeft,
                         clockWords(at, distance, m_zone));
    }
}

void TimelineView::paintMarks(QPainter &painter) const
{
    const auto tones = tonesOf(palette());
    std::array<double, kMarkRows> free{}; // where the last word of each row ended
    for (const auto &mark : m_lanes.marks) {
        const auto x = xOf(mark.at);
        painter.setPen(QPen(mark.isEnd ? tones.text : tones.accent, 1, mark.isEnd ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x, 0), QPointF(x, viewport()->height()));
        const int width = fontMetrics().horizontalAdvance(mark.text);
        const auto row = std::ranges::find_if(free, [x](double end) { return x + kMargin / 2.0 >= end; });
        if (row == free.end())
            continue; // its line is there, and the tool tip
        const int top = 2 + int(row - free.begin()) * fontMetrics().height();
        painter.setPen(mark.isEnd ? tones.text : tones.accent);
        painter.drawText(QRectF(x + kMargin / 2.0, top, width + 1, fontMetrics().height()), Qt::AlignLeft, mark.text);
        *row = x + kMargin / 2.0 + width + kMargin;
    }
    if (m_running) {
        const auto x = xOf(m_lanes.end);
        painter.setPen(QPen(tones.of(StateRole::Working).foreground, 2));
        painter.drawLine(QPointF(x, kMarkRows * fontMetrics().height() + kMargin), QPointF(x, viewport()->height()));
    }
}

} // namespace lynceus
