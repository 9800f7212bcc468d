#include "app/serve/answers/taskanswers.h"

#include "app/serve/answers/jsonreply.h"
#include "app/serve/taskjson.h"
#include "app/serve/verdictjson.h"
#include "core/domain/http/requesttarget.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostSegment = 200; // characters of an id that an error repeats

/// Replies with the result of @p look for the task in @p segment.
template<typename Find>
HttpReply aboutTask(const QString &segment, Find find)
{
    const auto id = taskIdIn(segment);
    const auto found = id.isEmpty() ? Result<std::optional<QJsonObject>>(std::nullopt) : find(id);
    if (!found)
        return databaseDownReply(segment.left(kMostSegment));
    if (!*found)
        return taskNotFound(segment);
    return jsonReply(200, **found);
}

/// States of other versions of Argo Watcher: such a filter finds nothing and is not an error.
bool isForeignState(const QString &name)
{
    static constexpr std::array kForeign{"accepted"_L1, "argocd is unavailable"_L1, "cannot connect to database"_L1,
                                         "failed to login to argocd"_L1};
    return std::ranges::find(kForeign, name) != kForeign.end();
}

} // namespace

QString taskIdIn(const QString &segment)
{
    const auto id = QUuid::fromString(segment);
    return id.isNull() || segment.contains(u'{') ? QString() : id.toString(QUuid::WithoutBraces);
}

HttpReply taskNotFound(const QString &segment)
{
    return jsonReply(404, QJsonObject{{u"id"_s, segment.left(kMostSegment)}, {u"error"_s, u"task not found"_s}});
}

HttpReply taskChanged(const QString &segment, const Result<Task> &changed)
{
    if (changed)
        return jsonReply(200, jsonOf(*changed));
    switch (changed.error().kind) {
    case Error::Kind::NotFound:
        return taskNotFound(segment);
    case Error::Kind::NotAllowed:
        return problemReply(409, u"rejected"_s, changed.error().message);
    case Error::Kind::BadInput:
        return problemReply(406, u"invalid payload"_s, changed.error().message);
    default:
        return databaseDownReply();
    }
}

HttpReply answerTasks(TaskStore &store, const HttpRequest &request, const QString & /*segment*/)
{
    const auto query = queryOf(request.target);
    const auto state = textIn(query, u"status"_s);
    TaskQuery wanted;
    wanted.state = taskStateFrom(state);
    if (!state.isEmpty() && !wanted.state) {
        if (!isForeignState(state))
            return jsonReply(400, QJsonObject{{u"error"_s, u"unsupported status filter"_s}});
        return jsonReply(200, QJsonObject{{u"tasks"_s, QJsonArray()}});
    }
    constexpr qint64 kMostSeconds = 100'000'000'000; // the year 5138: more would not fit into milliseconds
    const auto second = [&](const QString &name, bool isBegin) -> std::optional<qint64> {
        bool isNumber = false;
        const auto number = textIn(query, name).toDouble(&isNumber); // times in responses may have fractions too
        if (!isNumber || !std::isfinite(number))
            return std::nullopt;
        // Tasks in the second of a fraction match both bounds.
        const auto whole = std::floor(number);
        const auto first = isBegin && whole != number ? whole - 1 : whole;
        return static_cast<qint64>(std::clamp(first, 0.0, double(kMostSeconds)));
    };
    wanted.after = second(u"from_timestamp"_s, true);
    wanted.until = second(u"to_timestamp"_s, false);
    wanted.app = textIn(query, u"app"_s);
    const auto limit = numberIn(query, u"limit"_s).value_or(TaskQuery::kMost);
    wanted.limit = limit >= 1 && limit <= TaskQuery::kMost ? static_cast<int>(limit) : TaskQuery::kMost;
    wanted.offset = std::max<qint64>(0, numberIn(query, u"offset"_s).value_or(0));
    const auto page = store.tasks(wanted);
    if (!page)
        return databaseDownReply();
    QJsonArray tasks;
    for (const auto &task : page->tasks)
        tasks.append(jsonOf(task));
    QJsonObject object{{u"tasks"_s, tasks}};
    if (page->total > 0)
        object.insert(u"total"_s, page->total);
    return jsonReply(200, object);
}

HttpReply answerTask(TaskStore &store, const HttpRequest & /*request*/, const QString &segment)
{
    return aboutTask(segment, [&store](const QString &id) -> Result<std::optional<QJsonObject>> {
        const auto task = store.task(id);
        if (!task)
            return tl::unexpected(task.error());
        return *task ? std::optional(jsonOf(**task)) : std::nullopt;
    });
}

HttpReply answerVerdict(TaskStore &store, const HttpRequest & /*request*/, const QString &segment)
{
    return aboutTask(segment, [&store](const QString &id) -> Result<std::optional<QJsonObject>> {
        const auto stored = store.stored(id);
        if (!stored)
            return tl::unexpected(stored.error());
        return *stored ? std::optional(verdictJson(**stored)) : std::nullopt;
    });
}

} // namespace lynceus
