#pragma once

#include "core/domain/teamserver/servertask.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/teamserver/taskreader.h"

#include <QObject>
#include <QSet>

namespace lynceus {

/// Reads the tasks that match a filter page by page, because servers return 1,000 at a time. Tasks that are added
/// meanwhile move others to later pages; none is missed or duplicated. A server without paging returns the same page
/// again, which ends the request.
class TaskListRequest final : public QObject
{
    Q_OBJECT
public:
    /// @p most: maximum number of tasks; ignores the limit of @p filter. @p deadline: per page.
    TaskListRequest(InstanceAccess access, const ServerTaskFilter &filter, int most, Duration deadline,
                    QObject *parent);

    /// Emits answered() later, once.
    void get();

Q_SIGNALS:
    /// Newest first. Errors: those of TeamServerRequest and readTasks(); pages that arrived before are dropped.
    void answered(const Result<lynceus::ReadTasks> &read);

private:
    void getPage();
    void take(const Result<ReadTasks> &page);

    InstanceAccess m_access;
    ServerTaskFilter m_filter;
    int m_most;
    Duration m_deadline;
    ReadTasks m_read;
    QSet<QString> m_ids; ///< of m_read
};

} // namespace lynceus
