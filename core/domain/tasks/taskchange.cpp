#include "core/domain/tasks/taskchange.h"

#include "core/domain/http/httpsyntax.h"
#include "core/domain/http/requesttarget.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kDecimal = 10;
constexpr qsizetype kMostDigits = 18; // fits into 64 bits

} // namespace

bool TaskChangeFilter::matches(const TaskChange &change) const
{
    return (id.isEmpty() || id == change.id) && (app.isEmpty() || app == change.app)
        && (project.isEmpty() || project == change.project);
}

Result<TaskChangeRequest> taskChangeRequestFrom(const QByteArray &target, const QByteArray &lastEventId)
{
    const auto query = queryOf(target);
    TaskChangeRequest request;
    request.filter.app = textIn(query, u"app"_s);
    request.filter.project = textIn(query, u"project"_s);
    const auto task = textIn(query, u"task"_s);
    if (!task.isEmpty()) {
        const auto id = QUuid::fromString(task);
        if (id.isNull())
            return badInput(u"task is not the id of a task"_s);
        request.filter.id = id.toString(QUuid::WithoutBraces);
    }
    const auto last = lastEventId.isEmpty() ? textIn(query, u"after"_s).toUtf8() : lastEventId;
    if (last.isEmpty())
        return request;
    const auto number = httpNumber(last, kDecimal, kMostDigits);
    if (number < 0)
        return badInput(lastEventId.isEmpty() ? u"after is not a whole number"_s
                                              : u"Last-Event-ID is not a whole number"_s);
    request.after = number;
    return request;
}

} // namespace lynceus
