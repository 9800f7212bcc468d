#pragma once

#include "core/domain/teamserver/servertask.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/teamserver/taskreader.h"

#include <QObject>
#include <QSet>

namespace lynceus {

/// Reads the tasks that a filter wants from a team server, page after page: a server gives 1,000 at a time. Tasks that
/// come while it reads move the others to later pages; none is missed, and none is there twice. A server that does not
/// know pages gives the same one again, which ends it.
class TaskListRequest final : public QObject
{
    Q_OBJECT
public:
    /// @p filter: how many tasks are wanted is @p most, and not its limit. @p deadline: of each page.
    TaskListRequest(InstanceAccess access, const ServerTaskFilter &filter, int most, Duration deadline,
                    QObject *parent);

    /// answered() comes later, once.
    void get();

Q_SIGNALS:
    /// The newest first. Errors: those of TeamServerRequest and readTasks(): then there is no list, also if some pages
    /// came.
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
