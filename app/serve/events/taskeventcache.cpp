#include "app/serve/events/taskeventcache.h"

#include "app/serve/taskjson.h"
#include "app/serve/verdictjson.h"

using namespace Qt::StringLiterals;

namespace lynceus {

Result<QByteArray> TaskEventCache::event(TaskStore &store, const TaskChange &change)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto *known = m_events.object(change.number))
            return *known;
    }
    const auto stored = store.stored(change.id);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto task = *stored ? Result<std::optional<Task>>((*stored)->task) : store.task(change.id);
    if (!task)
        return tl::unexpected(task.error());
    if (!*task)
        return QByteArray();
    auto object = jsonOf(**task);
    object.insert(u"verdict"_s, *stored ? QJsonValue(verdictJson(**stored)) : QJsonValue::Null);
    const auto event = "event: task\nid: " + QByteArray::number(change.number) + "\ndata: " + compact(object) + "\n\n";
    const std::scoped_lock lock(m_mutex);
    m_events.insert(change.number, new QByteArray(event), event.size());
    return event;
}

void TaskEventCache::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_events.clear();
}

} // namespace lynceus
