#include "core/io/tasks/tasksubmission.h"

#include "core/domain/rollout/expectation/imagematcher.h"
#include "core/domain/watch/watchrequests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostText = 2'000; // characters per field

/// Reads fields and keeps the first error.
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
        // Databases reject U+0000, and unpaired surrogates are invalid.
        const bool isBroken = text.contains(QChar(u'\0')) || !text.isValidUtf16();
        return isBroken ? complain(path, u"contains characters that are not valid text"_s) : text;
    }

    [[nodiscard]] QString text(const QString &name, bool isRequired) { return text(m_object, name, name, isRequired); }

    /// @p other: the version that is expected instead of images; may be empty.
    [[nodiscard]] std::vector<TaskImage> images(const QString &other)
    {
        std::vector<TaskImage> images;
        const auto value = m_object.value("images"_L1);
        const auto array = value.toArray();
        const bool isAbsent = value.isUndefined() || value.isNull() || (value.isArray() && array.isEmpty());
        if (!other.isEmpty() && !isAbsent)
            complain(other, u"cannot be combined with images; register two tasks"_s);
        else if (other.isEmpty() && (isAbsent || !value.isArray()))
            complain(u"images"_s,
                     u"is required: a list with at least one {\"image\", \"tag\"}; or use revision or chart_version"_s);
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

    [[nodiscard]] std::optional<qint64> timeout(bool isRequired)
    {
        const auto value = m_object.value("timeout"_L1);
        if (!isRequired && (value.isUndefined() || value.isNull()))
            return std::nullopt;
        constexpr qint64 kNone = -1;
        const auto seconds = value.toInteger(kNone);
        const auto most = std::chrono::floor<std::chrono::seconds>(kLongestTimeout).count();
        const auto least = isRequired ? 1 : 0;
        if (!value.isDouble() || seconds < least || seconds > most) {
            complain(u"timeout"_s, u"is not a whole number of seconds from %1 to %2"_s.arg(least).arg(most));
            return std::nullopt;
        }
        return seconds == 0 ? std::nullopt : std::optional(seconds); // in Argo Watcher, the server's default
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

Result<QJsonObject> objectFrom(const QByteArray &body)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return badInput(
            u"the body is not valid JSON: %1 (at byte %2)"_s.arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return badInput(u"the body is not a JSON object"_s);
    return document.object();
}

} // namespace

Result<Task> taskFromJson(const QByteArray &body)
{
    const auto object = objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    SubmissionReader reader(*object);
    Task task;
    task.app = reader.text(u"app"_s, true);
    task.author = reader.text(u"author"_s, true);
    task.project = reader.text(u"project"_s, true);
    task.instance = reader.text(u"instance"_s, false);
    task.revision = reader.text(u"revision"_s, false);
    task.chartVersion = reader.text(u"chart_version"_s, false);
    task.images = reader.images(!task.revision.isEmpty()           ? u"revision"_s
                                    : !task.chartVersion.isEmpty() ? u"chart_version"_s
                                                                   : QString());
    task.timeout = reader.timeout(false);
    task.refresh = reader.refresh();
    if (!reader.fault().isEmpty())
        return badInput(reader.fault());
    if (!task.revision.isEmpty() && !task.chartVersion.isEmpty())
        return badInput(u"revision cannot be combined with chart_version; use one of them"_s);
    return task;
}

Result<qint64> extensionFromJson(const QByteArray &body)
{
    const auto object = objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    SubmissionReader reader(*object);
    const auto timeout = reader.timeout(true);
    return timeout ? Result<qint64>(*timeout) : badInput(reader.fault());
}

} // namespace lynceus
