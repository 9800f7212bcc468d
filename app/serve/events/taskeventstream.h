#pragma once

#include "app/serve/events/taskevents.h"

#include <QPointer>

namespace lynceus {

/// The event stream of one client of TaskEvents.
class TaskEventStream final : public BodySource
{
    Q_OBJECT
public:
    TaskEventStream(TaskEvents &events, TaskChangeFilter filter, TaskEvents::Place place, const Clock &clock);
    ~TaskEventStream() override;

    [[nodiscard]] QByteArray next() override;

private:
    void takeBeat();
    void read();

    QPointer<TaskEvents> m_events; ///< an aborted connection may be deleted later than TaskEvents
    const Clock &m_clock;
    const TaskChangeFilter m_filter;
    const Duration m_openedAt; ///< steady time
    TaskEvents::Place m_place;
    QByteArray m_bytes;       ///< initial events, or events read from the store
    bool m_isReading = false; ///< from the store
    bool m_hasFailed = false; ///< reading from the store failed in this next()
    bool m_isAsked = false;   ///< inside next(), which collects available bytes itself
    bool m_needsBeat = false;
};

} // namespace lynceus
