#include "core/io/teamserver/tasklistrequest.h"

#include "core/domain/teamserver/teamserverrequests.h"
#include "core/io/teamserver/teamserverrequest.h"

#include <algorithm>

namespace lynceus {

TaskListRequest::TaskListRequest(InstanceAccess access, const ServerTaskFilter &filter, int most, Duration deadline,
                                 QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_filter(filter)
    , m_most(most)
    , m_deadline(deadline)
{ }

void TaskListRequest::get()
{
    m_filter.limit = std::min(m_most, ServerTaskFilter::kMost);
    getPage();
}

void TaskListRequest::getPage()
{
    auto *request = new TeamServerRequest(m_access, serverTasksPath(m_filter), this, m_deadline);
    connect(request, &TeamServerRequest::answered, this, [this, request](const Result<QByteArray> &body) {
        request->deleteLater();
        take(body.and_then(readTasks));
    });
    request->get();
}

void TaskListRequest::take(const Result<ReadTasks> &page)
{
    if (!page) {
        Q_EMIT answered(page);
        return;
    }
    m_read.unreadable += page->unreadable;
    const auto before = m_read.tasks.size();
    for (const auto &task : page->tasks) {
        if (m_read.tasks.size() < static_cast<std::size_t>(m_most) && !m_ids.contains(task.id)) {
            m_ids.insert(task.id);
            m_read.tasks.push_back(task);
        }
    }
    const auto count = static_cast<int>(page->tasks.size()) + page->unreadable;
    const bool isLast = count < m_filter.limit || m_read.tasks.size() >= static_cast<std::size_t>(m_most)
        || m_read.tasks.size() == before;
    if (isLast) {
        Q_EMIT answered(m_read);
        return;
    }
    m_filter.offset += count;
    getPage();
}

} // namespace lynceus
