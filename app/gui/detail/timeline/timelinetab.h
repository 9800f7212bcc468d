#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>

class QTimer;

namespace lynceus {

class PlainLabel;

class Clock;
class Engine;
class TimelineView;

/// The observations of a watch. While visible, reads them at once, and soon after each change of the watch.
class TimelineTab final : public QWidget
{
    Q_OBJECT
public:
    TimelineTab(Engine &engine, const Clock &clock, QWidget *parent = nullptr);

    void showWatch(const WatchRecord &watch);
    void clear();
    void setZone(const QTimeZone &zone);
    /// The entries read so far, oldest first.
    [[nodiscard]] const std::vector<TimelineEntry> &entries() const { return m_entries; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void draw();
    void showText();

    Engine &m_engine;
    const Clock &m_clock;
    std::optional<WatchRecord> m_watch;
    std::vector<TimelineEntry> m_entries;
    std::unique_ptr<QObject> m_question;
    QString m_note;
    bool m_wasRead = false;
    TimelineView *m_view;
    PlainLabel *m_words;
    QTimer *m_again;
    QTimer *m_tick;
};

} // namespace lynceus
