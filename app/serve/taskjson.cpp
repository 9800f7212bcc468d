#include "app/serve/taskjson.h"

#include "core/domain/rollout/imagematcher.h"
#include "core/domain/watch/watchrequests.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostText = 2'000; // characters of one field

qint64 secondsOf(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

/// Reads fields and keeps the first fault.
class SubmissionReader final
{
public:
    explicit SubmissionReader(const QJsonObject &object)
        : m_object(object)
    { }

    [[nodiscard]] const QString &fault() const { return m_fault; }

    [[nodiscard]] QString text(const QJsonObject &object, const QString &name, const QString &path, bool isRequired)
    {
        const auto value = object.value(name);
        if (value.isUndefined() || value.isNull() || value.toString(u"-"_s).isEmpty())
            return isRequired ? complain(path, u"is required"_s) : QString();
        if (!value.isString())
            return complain(path, u"is not a string"_s);
        const auto text = value.toString();
        if (text.size() > kMostText)
            return complain(path, u"has more than %1 characters"_s.arg(kMostText));
        // A database keeps no U+0000, and half a character is none.
        const bool isBroken = text.contains(QChar(u'\0')) || !text.isValidUtf16();
        return isBroken ? complain(path, u"contains characters that are not valid text"_s) : text;
    }

    [[nodiscard]] QString text(const QString &name, bool isRequired) { return text(m_object, name, name, isRequired); }

    [[nodiscard]] std::vector<TaskImage> images()
    {
        std::vector<TaskImage> images;
        const auto value = m_object.value("images"_L1);
        const auto array = value.toArray();
        if (!value.isArray() || array.isEmpty())
            complain(u"images"_s, u"is required: a list with at least one {\"image\", \"tag\"}"_s);
        else if (array.size() > static_cast<qsizetype>(ImageMatcher::kMostImages))
            complain(u"images"_s, u"has more than %1 entries"_s.arg(ImageMatcher::kMostImages));
        for (qsizetype i = 0; i < array.size() && m_fault.isEmpty(); ++i) {
            const auto object = array.at(i).toObject();
            const auto path = u"images[%1]."_s.arg(i);
            images.push_back(
                {text(object, u"image"_s, path + u"image"_s, true), text(object, u"tag"_s, path + u"tag"_s, true)});
        }
        return images;
    }

    [[nodiscard]] std::optional<qint64> timeout()
    {
        const auto value = m_object.value("timeout"_L1);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        constexpr qint64 kNone = -1;
        const auto seconds = value.toInteger(kNone);
        const auto most = std::chrono::floor<std::chrono::seconds>(kLongestTimeout).count();
        if (!value.isDouble() || seconds < 0 || seconds > most) {
            complain(u"timeout"_s, u"is not a whole number of seconds from 0 to %1"_s.arg(most));
            return std::nullopt;
        }
        return seconds == 0 ? std::nullopt : std::optional(seconds); // theirs: the server's default
    }

    [[nodiscard]] std::optional<bool> refresh()
    {
        const auto value = m_object.value("refresh"_L1);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        if (value.isBool())
            return value.toBool();
        complain(u"refresh"_s, u"is not true or false"_s);
        return std::nullopt;
    }

private:
    QString complain(const QString &path, const QString &problem)
    {
        if (m_fault.isEmpty())
            m_fault = path + u' ' + problem;
        return {};
    }

    const QJsonObject m_object;
    QString m_fault;
};

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
                       {u"app"_s, task.app},
                       {u"author"_s, task.author},
                       {u"project"_s, task.project},
                       {u"images"_s, images},
                       {u"status"_s, nameOf(task.state)}};
    if (!task.reason.isEmpty())
        object.insert(u"status_reason"_s, task.reason);
    return object;
}

Result<Task> taskFromJson(const QByteArray &body)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return badInput(
            u"the body is not valid JSON: %1 (at byte %2)"_s.arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return badInput(u"the body is not a JSON object"_s);
    SubmissionReader reader(document.object());
    Task task;
    task.app = reader.text(u"app"_s, true);
    task.author = reader.text(u"author"_s, true);
    task.project = reader.text(u"project"_s, true);
    task.instance = reader.text(u"instance"_s, false);
    task.images = reader.images();
    task.timeout = reader.timeout();
    task.refresh = reader.refresh();
    if (!reader.fault().isEmpty())
        return badInput(reader.fault());
    return task;
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
