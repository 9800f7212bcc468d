#pragma once

#include "app/serve/events/taskevents.h"

#include <QPointer>

namespace lynceus {

/// One client of TaskEvents.
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

    QPointer<TaskEvents> m_events; ///< a connection that was aborted is deleted later, perhaps after all else
    const Clock &m_clock;
    const TaskChangeFilter m_filter;
    const Duration m_openedAt; ///< steady
    TaskEvents::Place m_place;
    QByteArray m_bytes;       ///< that were read from the store, or come first
    bool m_isReading = false; ///< from the store
    bool m_hasFailed = false; ///< to read from it, in this next()
    bool m_isAsked = false;   ///< next() is under way: it takes what is there now
    bool m_needsBeat = false;
};

} // namespace lynceus
