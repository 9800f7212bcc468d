#include "app/serve/taskjson.h"

#include "core/domain/watch/watchrequests.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

qint64 secondsOf(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

} // namespace

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject jsonOf(const Task &task)
{
    QJsonArray images;
    for (const auto &image : task.images)
        images.append(QJsonObject{{u"image"_s, image.image}, {u"tag"_s, image.tag}});
    QJsonObject object{{u"id"_s, task.id},
                       {u"created"_s, secondsOf(task.created)},
                       {u"updated"_s, secondsOf(task.updated)},
                       {u"instance"_s, task.instance},
                       {u"app"_s, task.app},
                       {u"author"_s, task.author},
                       {u"project"_s, task.project},
                       {u"images"_s, images},
                       {u"status"_s, nameOf(task.state)}};
    if (!task.revision.isEmpty())
        object.insert(u"revision"_s, task.revision);
    if (!task.chartVersion.isEmpty())
        object.insert(u"chart_version"_s, task.chartVersion);
    if (!task.reason.isEmpty())
        object.insert(u"status_reason"_s, task.reason);
    return object;
}

Result<WatchRequest> watchRequestOf(const Task &task, const ApplicationKey &application, const TaskDefaults &defaults)
{
    WatchRequest request;
    request.application = application;
    for (const auto &[image, tag] : task.images) {
        const auto separator = tag.startsWith("sha256:"_L1) ? u'@' : u':';
        const auto parsed = parseImageReference(QString(image + separator + tag));
        if (!parsed)
            return badInput(u"images: \"%1\": %2"_s.arg(image + separator + tag, parsed.error().message));
        request.images.push_back(*parsed);
    }
    if (!task.revision.isEmpty() || !task.chartVersion.isEmpty()) {
        const auto version =
            task.revision.isEmpty() ? parseChartVersion(task.chartVersion) : parseRevision(task.revision);
        if (!version)
            return badInput(
                u"%1: %2"_s.arg(task.revision.isEmpty() ? u"chart_version"_s : u"revision"_s, version.error().message));
        request.version = *version;
    }
    request.timeout = task.timeout ? Duration(std::chrono::seconds(*task.timeout)) : defaults.timeout;
    request.refresh = task.refresh.value_or(defaults.refresh);
    request.failAfter = defaults.failAfter;
    request.imageGrace = defaults.imageGrace;
    request.bake = defaults.bake;
    request.acceptSuspended = defaults.acceptSuspended;
    request.registryProxies = defaults.registryProxies;
    request.who = task.author;
    request.note = task.project;
    if (const auto checked = checkRequests({request}); !checked)
        return tl::unexpected(checked.error());
    return request;
}

} // namespace lynceus
