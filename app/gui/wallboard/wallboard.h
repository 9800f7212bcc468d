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

/// Full-screen board for a shared display: large text, the freshness of each instance, and the time. Rows that need
/// attention are at the top; no input is needed. Escape or F11 closes it.
///
/// Shows all watches and all tasks of team servers, regardless of filters and folding on the Releases screen.
class Wallboard final : public QWidget
{
    Q_OBJECT
public:
    /// @p environments must outlive this object.
    Wallboard(Engine &engine, const Clock &clock, const QTimeZone &zone, const Environments &environments);
    ~Wallboard() override;

    void arrange(const BoardArrangement &arrangement);
    void setZone(const QTimeZone &zone);
    /// Sets the tasks of team servers that were dismissed on the Releases screen.
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
    PlainLabel *m_clockLabel;
    PlainLabel *m_signIn; ///< which instances are signed out
    PlainLabel *m_empty;
    PlainLabel *m_more; ///< number of rows that do not fit on the screen
    QTimer m_seconds;
};

} // namespace lynceus
