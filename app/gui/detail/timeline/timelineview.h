#pragma once

#include "app/gui/detail/timeline/timelinelanes.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

namespace lynceus {

/// Draws lanes over time: a bar per state in its colour, stages as lines through all lanes, and now.
///
/// Keys: Up and Down choose a lane; Left and Right scroll; + and - zoom; 0 fits all in; Home and End. The wheel
/// scrolls, with Ctrl it zooms at the pointer.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// @p running: a line says where now is.
    void showLanes(TimelineLanes lanes, bool running);
    /// Of the axis.
    void setZone(const QTimeZone &zone);
    [[nodiscard]] int currentLane() const { return m_current; }
    /// The chosen lane in words, empty if none is.
    [[nodiscard]] QString currentWords() const;
    [[nodiscard]] double pixelsPerSecond() const { return m_scale; }
    /// Where a bar is drawn in the viewport.
    [[nodiscard]] QRect barRect(int lane, int bar) const;
    /// What is at that place of the viewport, in words; empty: nothing.
    [[nodiscard]] QString wordsAt(QPoint place) const;
    void fit();
    /// @p factor > 1 shows less time in more detail; @p anchor: the x of the viewport that stays.
    void zoom(double factor, int anchor);

Q_SIGNALS:
    void currentChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    static constexpr int kMarkRows = 2; ///< stages follow each other within seconds: their words need room

    void choose(int lane);
    void updateRanges();
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] double xOf(Instant at) const;
    [[nodiscard]] QRectF barPlace(const TimelineBar &bar, int lane) const;
    [[nodiscard]] int laneAt(int y) const;
    [[nodiscard]] QString marksAt(int x) const;

    void paintLaneLines(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    TimelineLanes m_lanes;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_running = false;
    int m_current = -1;
    double m_scale = 0; ///< pixels a second; 0: not laid out yet
    bool m_fits = true; ///< all time is in sight, and stays so while it goes on
};

/// The distance of the axis' marks so that they are at least @p pixels apart: 1, 5, 15 s, … 1 d.
[[nodiscard]] Duration tickDistance(double pixelsPerSecond, int pixels);

} // namespace lynceus
