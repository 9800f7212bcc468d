#pragma once

#include "core/io/clock.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

namespace lynceus {

class BoardModel;
class BoardSource;
class BoardView;
class Engine;
class Environments;
class FreshnessStrip;
class PlainLabel;
struct BoardArrangement;

/// The board for a team's wall: the whole screen, large type, how fresh each instance is, and the time. What needs
/// attention is on top; nobody has to touch it. Escape or F11 closes it.
///
/// Shows all watches and tasks of team servers, whatever the board beside it filters or folds.
class Wallboard final : public QWidget
{
    Q_OBJECT
public:
    /// @p environments outlives it.
    Wallboard(Engine &engine, const Clock &clock, const QTimeZone &zone, const Environments &environments);
    ~Wallboard() override;

    void arrange(const BoardArrangement &arrangement);
    void setZone(const QTimeZone &zone);
    /// Tasks of team servers that were dismissed on the board.
    void setDismissedTasks(const QStringList &tasks);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void listen();
    void tick();
    void showState();
    void scale();
    [[nodiscard]] int hiddenRows() const;

    Engine &m_engine;
    const Clock &m_clock;
    QTimeZone m_zone;
    BoardModel *m_model;
    BoardSource *m_source;
    BoardView *m_view;
    FreshnessStrip *m_freshness;
    PlainLabel *m_clockFace;
    PlainLabel *m_signIn; ///< which instances are signed out
    PlainLabel *m_empty;
    PlainLabel *m_more; ///< how many rows the screen has no room for
    QTimer m_seconds;
};

} // namespace lynceus
