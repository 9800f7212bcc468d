#include "core/io/teamserver/taskreader.h"

#include "core/domain/redaction/redact.h"
#include "core/io/teamserver/taskanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr double kLatest = 253'402'300'799.0; // seconds; the year 9999
constexpr int kMostPods = 1'000'000;

tl::unexpected<Error> malformed(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::Malformed, {}, message, false, 0});
}

QString cut(QString text, qsizetype limit = ServerTaskLimits::kMostText)
{
    text.remove(QChar(u'\0'));
    if (text.size() <= limit)
        return text;
    if (text.at(limit - 1).isHighSurrogate())
        --limit;
    return text.first(limit) + u'…';
}

QString textIn(const QJsonObject &object, QLatin1StringView name, qsizetype limit = ServerTaskLimits::kMostText)
{
    return cut(object.value(name).toString(), limit);
}

/// Seconds since 1970, with a fraction; default if invalid.
Instant timeIn(const QJsonObject &object, QLatin1StringView name)
{
    const auto seconds = object.value(name).toDouble();
    const bool isTime = std::isfinite(seconds) && seconds > 0 && seconds <= kLatest;
    return isTime ? Instant(Duration(qint64(seconds * 1'000))) : Instant{};
}

int countIn(const QJsonObject &object, QLatin1StringView name)
{
    return std::clamp(object.value(name).toInt(), 0, kMostPods);
}

Result<QJsonObject> objectIn(const QByteArray &body)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return malformed(
            u"the response is not valid JSON: %1 (at byte %2)"_s.arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return malformed(u"the response is not a JSON object"_s);
    return document.object();
}

std::vector<TaskImage> imagesIn(const QJsonObject &object)
{
    std::vector<TaskImage> images;
    const auto array = object.value("images"_L1).toArray();
    for (qsizetype i = 0; i < std::min(array.size(), ServerTaskLimits::kMostImages); ++i) {
        const auto image = array.at(i).toObject();
        images.push_back({textIn(image, "image"_L1), textIn(image, "tag"_L1)});
    }
    return images;
}

QString textOfPart(const QJsonObject &object, QLatin1StringView name)
{
    return textIn(object.value(name).toObject(), "text"_L1);
}

ServerVerdict verdictFrom(const QJsonObject &object)
{
    ServerVerdict verdict;
    verdict.outcome = textIn(object, "outcome"_L1);
    verdict.stage = textIn(object, "stage"_L1);
    verdict.sentence = textIn(object, "sentence"_L1, ServerTaskLimits::kMostReason);
    verdict.cause = textOfPart(object, "cause"_L1);
    verdict.blocker = textOfPart(object, "blocker"_L1);
    const auto notes = object.value("notes"_L1).toArray();
    for (qsizetype i = 0; i < std::min(notes.size(), ServerTaskLimits::kMostNotes); ++i)
        verdict.notes.append(textIn(notes.at(i).toObject(), "text"_L1));
    const auto pods = object.value("pods"_L1).toObject();
    verdict.podsWanted = countIn(pods, "wanted"_L1);
    verdict.podsReady = countIn(pods, "ready"_L1);
    verdict.podsOld = countIn(pods, "old"_L1);
    verdict.deadline = parseRfc3339(textIn(object, "deadline"_L1).toLatin1());
    if (const auto served = servedVerdictIn(object))
        verdict.facts = served->verdict;
    return verdict;
}

Result<ServerTask> taskFrom(const QJsonObject &object)
{
    ServerTask task;
    task.id = object.value("id"_L1).toString();
    if (task.id.isEmpty() || task.id.size() > ServerTaskLimits::kMostText || !task.id.isValidUtf16())
        return malformed(u"id: is missing"_s);
    task.app = textIn(object, "app"_L1);
    if (task.app.isEmpty())
        return malformed(u"app: is missing"_s);
    task.stateName = textIn(object, "status"_L1);
    if (task.stateName.isEmpty())
        return malformed(u"status: is missing"_s);
    task.state = taskStateFrom(task.stateName);
    task.instance = textIn(object, "instance"_L1);
    task.author = textIn(object, "author"_L1);
    task.project = textIn(object, "project"_L1);
    task.images = imagesIn(object);
    task.revision = textIn(object, "revision"_L1);
    task.chartVersion = textIn(object, "chart_version"_L1);
    task.reason = textIn(object, "status_reason"_L1, ServerTaskLimits::kMostReason);
    task.created = timeIn(object, "created"_L1);
    task.updated = timeIn(object, "updated"_L1);
    if (const auto verdict = object.value("verdict"_L1); verdict.isObject())
        task.verdict = verdictFrom(verdict.toObject());
    return task;
}

/// Go's url.URL, or a string.
QString urlFrom(const QJsonValue &value)
{
    if (value.isString())
        return cut(value.toString());
    const auto url = value.toObject();
    const auto host = textIn(url, "Host"_L1);
    return host.isEmpty() ? QString() : cut(textIn(url, "Scheme"_L1) + u"://"_s + host + textIn(url, "Path"_L1));
}

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

} // namespace

Result<ReadTasks> readTasks(const QByteArray &body)
{
    const auto object = objectIn(body);
    if (!object)
        return tl::unexpected(object.error());
    const auto list = object->value("tasks"_L1);
    if (!list.isArray() && !list.isNull()) // Go writes an empty list as null
        return malformed(u"tasks: is not a list"_s);
    ReadTasks read;
    const auto array = list.toArray();
    if (array.size() > ServerTaskLimits::kMostTasks)
        return malformed(u"tasks: has more than %1 entries"_s.arg(ServerTaskLimits::kMostTasks));
    for (const auto &value : array) {
        if (auto task = taskFrom(value.toObject()))
            read.tasks.push_back(*std::move(task));
        else
            ++read.unreadable;
    }
    return read;
}

Result<ServerTask> readTask(const QByteArray &body)
{
    return objectIn(body).and_then(taskFrom);
}

bool isListReset(const QByteArray &event)
{
    const auto object = objectIn(event);
    return object && !object->contains("id"_L1) && object->value("message"_L1).isString();
}

Result<ServerVerdict> readVerdict(const QByteArray &body)
{
    const auto object = objectIn(body);
    if (!object)
        return tl::unexpected(object.error());
    if (object->value("outcome"_L1).toString().isEmpty())
        return malformed(u"outcome: is missing"_s);
    return verdictFrom(*object);
}

Result<TeamServerConfig> readTeamServerConfig(const QByteArray &body)
{
    const auto object = objectIn(body);
    if (!object)
        return tl::unexpected(object.error());
    if (object->value("argo_cd_url"_L1).isUndefined() || !object->value("state_type"_L1).isString())
        return malformed(u"argo_cd_url or state_type is missing: this is not the configuration of a team server"_s);
    TeamServerConfig config;
    config.argoCdUrl = textIn(*object, "argo_cd_url_alias"_L1);
    if (config.argoCdUrl.isEmpty())
        config.argoCdUrl = urlFrom(object->value("argo_cd_url"_L1));
    config.needsSignIn = object->value("oidc"_L1).toObject().value("enabled"_L1).toBool()
        || object->value("keycloak"_L1).toObject().value("enabled"_L1).toBool();
    const auto instances = object->value("instances"_L1).toArray();
    for (qsizetype i = 0; i < std::min(instances.size(), ServerTaskLimits::kMostInstances); ++i) {
        const auto instance = instances.at(i).toObject();
        if (auto name = textIn(instance, "name"_L1); !name.isEmpty())
            config.instances.push_back({std::move(name), urlFrom(instance.value("url"_L1))});
    }
    return config;
}

Result<QString> readTeamServerDescription(const QByteArray &body)
{
    const auto object = objectIn(body);
    if (!object)
        return tl::unexpected(object.error());
    const auto info = object->value("info"_L1).toObject();
    if (info.value("title"_L1).toString() != "Lynceus team server"_L1)
        return malformed(u"info.title: this is not the description of a team server"_s);
    return redactedText(u"lynceus "_s + info.value("version"_L1).toString(), 100);
}

Result<QString> readTeamServerVersion(const QByteArray &body)
{
    // QJsonDocument does not support strings at the top level, so parse a list with the string.
    const auto array = QJsonDocument::fromJson('[' + body + ']').array();
    if (array.size() != 1 || !array.at(0).isString())
        return malformed(u"the version is not a JSON string"_s);
    return redactedText(array.at(0).toString(), 100);
}

TeamServerKind kindOfVersion(const QString &version)
{
    return version.startsWith("lynceus "_L1) ? TeamServerKind::Lynceus : TeamServerKind::ArgoWatcher;
}

QByteArray newTaskBody(const ServerTask &task, std::optional<qint64> timeoutSeconds)
{
    QJsonObject object{{u"app"_s, task.app}, {u"author"_s, task.author}, {u"project"_s, task.project}};
    QJsonArray images;
    for (const auto &image : task.images)
        images.append(QJsonObject{{u"image"_s, image.image}, {u"tag"_s, image.tag}});
    if (!images.isEmpty())
        object.insert(u"images"_s, images);
    put(object, u"revision"_s, task.revision);
    put(object, u"chart_version"_s, task.chartVersion);
    put(object, u"instance"_s, task.instance);
    if (timeoutSeconds)
        object.insert(u"timeout"_s, *timeoutSeconds);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace lynceus
