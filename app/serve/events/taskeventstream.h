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

    QPointer<TaskEvents> m_events; ///< a connection that was aborted is deleted later, perhaps after all else
    const Clock &m_clock;
    const TaskChangeFilter m_filter;
    const Duration m_openedAt; ///< steady
    TaskEvents::Place m_place;
    QByteArray m_greeting;
    bool m_needsBeat = false;
};

} // namespace lynceus
