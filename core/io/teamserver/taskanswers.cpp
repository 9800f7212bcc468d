#include "core/io/teamserver/taskanswers.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/tasks/taskcallpolicy.h"
#include "core/io/store/encoding/enumnames.h"
#include "core/io/teamserver/taskreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostText = 2'000; // characters per text
constexpr qsizetype kMostLines = 60;   // of a reason
constexpr qsizetype kMostItems = 1'000;

tl::unexpected<Error> malformed(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::Malformed, {}, message, true, 0});
}

Result<QJsonObject> objectFrom(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return malformed(u"the response is not a JSON object"_s);
    return document.object();
}

QString textIn(const QJsonObject &object, QLatin1StringView name)
{
    return redactedText(object.value(name).toString(), kMostText);
}

QString linesIn(const QJsonObject &object, QLatin1StringView name)
{
    QStringList lines;
    const auto text = object.value(name).toString();
    for (const auto &line : text.split(u'\n')) {
        if (lines.size() == kMostLines)
            break;
        lines += redactedText(QString(line).replace(u'\t', u"  "_s), kMostText);
    }
    return lines.join(u'\n').trimmed();
}

QStringList textsIn(const QJsonObject &object, QLatin1StringView name)
{
    QStringList texts;
    const auto array = object.value(name).toArray();
    for (qsizetype i = 0; i < std::min(array.size(), kMostItems); ++i)
        texts += redactedText(array.at(i).toString(), kMostText);
    return texts;
}

int countIn(const QJsonObject &object, QLatin1StringView name)
{
    constexpr int kMost = 1'000'000;
    return std::clamp(object.value(name).toInt(), 0, kMost);
}

std::optional<Instant> instantIn(const QJsonObject &object, QLatin1StringView name)
{
    return parseRfc3339(object.value(name).toString().toUtf8());
}

ResourceKey resourceIn(const QJsonObject &object)
{
    const auto resource = object.value("resource"_L1).toObject();
    return {textIn(resource, "group"_L1), textIn(resource, "kind"_L1), textIn(resource, "namespace"_L1),
            textIn(resource, "name"_L1)};
}

PodCounts podsIn(const QJsonObject &object)
{
    const auto pods = object.value("pods"_L1).toObject();
    return {countIn(pods, "wanted"_L1), countIn(pods, "updated"_L1), countIn(pods, "ready"_L1), countIn(pods, "old"_L1),
            countIn(pods, "oldUnready"_L1)};
}

Health healthIn(const QJsonObject &object)
{
    return {enumFrom<HealthStatus>(object.value("health"_L1).toString()).value_or(HealthStatus::None), {}};
}

std::optional<Cause> causeIn(const QJsonObject &verdict)
{
    const auto object = verdict.value("cause"_L1).toObject();
    if (object.isEmpty())
        return std::nullopt;
    const auto kind = enumFrom<Cause::Kind>(object.value("kind"_L1).toString());
    Cause cause;
    cause.kind = kind.value_or(Cause::Kind::Degraded);
    cause.resource = resourceIn(object);
    cause.message = textIn(object, kind ? "message"_L1 : "text"_L1); // of a kind that only a newer server knows
    cause.image = textIn(object, "image"_L1);
    cause.restarts = countIn(object, "restarts"_L1);
    cause.attempt = countIn(object, "attempt"_L1);
    cause.container = textIn(object, "container"_L1);
    cause.candidates = textsIn(object, "candidates"_L1);
    return cause;
}

std::optional<Blocker> blockerIn(const QJsonObject &verdict)
{
    const auto object = verdict.value("blocker"_L1).toObject();
    const auto kind = enumFrom<Blocker::Kind>(object.value("kind"_L1).toString());
    if (object.isEmpty() || !kind)
        return std::nullopt;
    return Blocker{*kind,
                   resourceIn(object),
                   textIn(object, "message"_L1),
                   instantIn(object, "until"_L1),
                   textIn(object, "image"_L1),
                   textIn(object, "detail"_L1),
                   instantIn(object, "since"_L1)};
}

std::vector<Note> notesIn(const QJsonObject &verdict)
{
    std::vector<Note> notes;
    const auto array = verdict.value("notes"_L1).toArray();
    for (qsizetype i = 0; i < std::min(array.size(), kMostItems); ++i) {
        const auto object = array.at(i).toObject();
        if (const auto kind = enumFrom<Note::Kind>(object.value("kind"_L1).toString()))
            notes.push_back({*kind, resourceIn(object), textIn(object, "detail"_L1)});
    }
    return notes;
}

Evidence evidenceIn(const QJsonObject &verdict)
{
    const auto object = verdict.value("evidence"_L1).toObject();
    Evidence evidence;
    evidence.observedAt = instantIn(object, "observedAt"_L1).value_or(Instant{});
    evidence.revisions = textsIn(object, "revisions"_L1);
    const auto workloads = object.value("workloads"_L1).toArray();
    for (qsizetype i = 0; i < std::min(workloads.size(), kMostItems); ++i) {
        const auto workload = workloads.at(i).toObject();
        evidence.workloads.push_back({{textIn(workload, "group"_L1), textIn(workload, "kind"_L1),
                                       textIn(workload, "namespace"_L1), textIn(workload, "name"_L1)},
                                      textsIn(workload, "images"_L1),
                                      healthIn(workload),
                                      podsIn(workload)});
    }
    const auto pods = object.value("pods"_L1).toArray();
    for (qsizetype i = 0; i < std::min(pods.size(), kMostItems); ++i) {
        const auto pod = pods.at(i).toObject();
        evidence.pods.push_back(
            {textIn(pod, "name"_L1), textsIn(pod, "images"_L1), healthIn(pod), textIn(pod, "reason"_L1)});
    }
    return evidence;
}

} // namespace

Result<TeamServerKind> answeringServerFrom(const QByteArray &body)
{
    const auto version = readTeamServerVersion(body);
    if (!version || version->isEmpty())
        return tl::unexpected(
            Error{Error::Kind::NotArgoCd, {}, u"neither lynceus serve nor an Argo Watcher answers there"_s, false, 0});
    return kindOfVersion(*version);
}

Result<void> checkTeamServerDescription(const QByteArray &body)
{
    const auto version = readTeamServerDescription(body);
    if (!version)
        return tl::unexpected(Error{Error::Kind::NotArgoCd, {}, version.error().message, false, 0});
    return {};
}

std::optional<Duration> deploymentTimeoutFrom(const QByteArray &body)
{
    constexpr qint64 kMost = 30 * 24 * 3600; // s
    const auto object = QJsonDocument::fromJson(body).object();
    const auto seconds = object.value("deployment_timeout"_L1).toInteger();
    if (seconds <= 0 || seconds > kMost)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

Result<QString> registeredTaskFrom(const QByteArray &body)
{
    const auto object = objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    const auto id = object->value("id"_L1).toString();
    if (!isTaskId(id))
        return malformed(u"the response has no task id"_s);
    return id;
}

TaskRefusal taskRefusalFrom(const QByteArray &body)
{
    const auto object = QJsonDocument::fromJson(body).object();
    return {textIn(object, "status"_L1), textIn(object, "error"_L1)};
}

Result<TaskStatus> taskStatusFrom(const QByteArray &body, const QString &id)
{
    const auto object = objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    if (object->value("id"_L1).toString() != id)
        return malformed(u"the response is about another task"_s);
    const auto name = object->value("status"_L1).toString();
    const auto state = taskStateFrom(name);
    if (!state)
        return malformed(u"the status \"%1\" is not known"_s.arg(redactedText(name, 100)));
    return TaskStatus{*state, linesIn(*object, "status_reason"_L1)};
}

Result<ServedVerdict> servedVerdictFrom(const QByteArray &body, const QString &id)
{
    const auto object = objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    if (object->value("id"_L1).toString() != id)
        return malformed(u"the response is about another task"_s);
    return servedVerdictIn(*object);
}

Result<ServedVerdict> servedVerdictIn(const QJsonObject &object)
{
    const auto name = object.value("outcome"_L1).toString();
    const auto outcome = enumFrom<Outcome>(name);
    if (!outcome)
        return malformed(u"the outcome \"%1\" is not known"_s.arg(redactedText(name, 100)));
    ServedVerdict served;
    auto &verdict = served.verdict;
    verdict.outcome = *outcome;
    verdict.stage = enumFrom<Stage>(object.value("stage"_L1).toString()).value_or(Stage::None);
    verdict.cause = causeIn(object);
    verdict.blocker = blockerIn(object);
    verdict.notes = notesIn(object);
    verdict.pods = podsIn(object);
    verdict.evidence = evidenceIn(object);
    verdict.decidedAt = instantIn(object, "decidedAt"_L1);
    const auto application = object.value("application"_L1).toObject();
    served.application = {textIn(application, "instance"_L1), textIn(application, "namespace"_L1),
                          textIn(application, "name"_L1)};
    served.registeredAt = instantIn(object, "registeredAt"_L1);
    served.deadline = instantIn(object, "deadline"_L1);
    served.bakeDeadline = instantIn(object, "bakeDeadline"_L1);
    if (const auto newer = object.value("replacedBy"_L1).toString(); isTaskId(newer))
        served.replacedBy = newer;
    return served;
}

} // namespace lynceus
