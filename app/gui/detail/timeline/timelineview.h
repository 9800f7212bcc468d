#pragma once

#include "app/gui/detail/timeline/timelinelanes.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

#include <vector>

namespace lynceus {

/// Draws lanes over time: a coloured bar per state, stages as lines through all lanes, and the current time.
///
/// Keys: Up and Down select a lane; Left and Right scroll; + and - zoom; 0 fits everything; Home and End. The wheel
/// scrolls; with Ctrl it zooms at the pointer.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// @p running: draw a line at the current time.
    void showLanes(TimelineLanes lanes, bool running);
    /// Time zone of the axis.
    void setZone(const QTimeZone &zone);
    [[nodiscard]] int currentLane() const { return m_current; }
    /// The text of the selected lane; empty if none is selected.
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] double pixelsPerSecond() const { return m_scale; }
    /// Rectangle of a bar in the viewport.
    [[nodiscard]] QRect barRect(int lane, int bar) const;
    /// The text for a position in the viewport; empty if nothing is there.
    [[nodiscard]] QString textAt(QPoint place) const;
    /// Where a stage or the outcome is painted in the viewport.
    struct PlacedMark
    {
        QRectF line;
        QRectF text; ///< empty if no row is free: the line and the tool tip remain
    };
    /// In the order of the lanes' marks. A line begins beside its own text and crosses no other text.
    [[nodiscard]] std::vector<PlacedMark> placedMarks() const;
    void fit();
    /// @p factor > 1 zooms in; @p anchor: x in the viewport that keeps its position.
    void zoom(double factor, int anchor);

Q_SIGNALS:
    /// Another lane is selected, or the text of the selected one changed.
    void currentChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    static constexpr int kMarkRows = 3; ///< stages may follow within seconds; their texts then stand below each other

    void choose(int lane);
    void updateRanges();
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int nameWidth() const;
    // Positions count from the edge where reading begins: xOf(), barPlace(), marksAt(). These two convert them to and
    // from the viewport.
    [[nodiscard]] QRectF mirrored(const QRectF &place) const;
    [[nodiscard]] int mirrored(int x) const;
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
    double m_scale = 0; ///< pixels per second; 0: no layout yet
    bool m_fits = true; ///< the whole period is visible, and stays so while it grows
};

/// Interval between the axis' marks so that they are at least @p pixels apart: 1, 5, 15 s, … 1 d.
[[nodiscard]] Duration tickDistance(double pixelsPerSecond, int pixels);

} // namespace lynceus
