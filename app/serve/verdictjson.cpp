#include "app/serve/verdictjson.h"

#include "core/engine/text/verdicttext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QJsonObject jsonOf(const ResourceKey &resource)
{
    return {{u"group"_s, resource.group},
            {u"kind"_s, resource.kind},
            {u"namespace"_s, resource.nameSpace},
            {u"name"_s, resource.name}};
}

QJsonObject jsonOf(const PodCounts &pods)
{
    return {{u"wanted"_s, pods.wanted},
            {u"updated"_s, pods.updated},
            {u"ready"_s, pods.ready},
            {u"old"_s, pods.old},
            {u"oldUnready"_s, pods.oldUnready}};
}

void insertResource(QJsonObject &object, const ResourceKey &resource)
{
    if (!resource.kind.isEmpty())
        object.insert(u"resource"_s, jsonOf(resource));
}

void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void insertTime(QJsonObject &object, const QString &name, const std::optional<Instant> &instant)
{
    if (instant)
        object.insert(name, formatRfc3339(*instant));
}

QJsonObject evidenceJson(const Evidence &evidence)
{
    QJsonArray workloads;
    for (const auto &workload : evidence.workloads) {
        auto object = jsonOf(workload.key);
        object.insert(u"images"_s, QJsonArray::fromStringList(workload.images));
        object.insert(u"health"_s, nameOf(workload.health.status));
        object.insert(u"pods"_s, jsonOf(workload.pods));
        workloads.append(object);
    }
    QJsonArray pods;
    for (const auto &pod : evidence.pods)
        pods.append(QJsonObject{{u"name"_s, pod.name},
                                {u"images"_s, QJsonArray::fromStringList(pod.images)},
                                {u"health"_s, nameOf(pod.health.status)},
                                {u"reason"_s, pod.reason}});
    QJsonObject object{{u"revisions"_s, QJsonArray::fromStringList(evidence.revisions)},
                       {u"workloads"_s, workloads},
                       {u"pods"_s, pods}};
    if (evidence.observedAt != Instant{})
        object.insert(u"observedAt"_s, formatRfc3339(evidence.observedAt));
    return object;
}

QJsonObject causeJson(const Cause &cause, const Expectation &expectation)
{
    QJsonObject object{{u"kind"_s, nameOf(cause.kind)}, {u"text"_s, causeText(cause, expectation)}};
    insertResource(object, cause.resource);
    insertText(object, u"message"_s, cause.message);
    insertText(object, u"image"_s, cause.image);
    insertText(object, u"container"_s, cause.container);
    if (cause.restarts > 0)
        object.insert(u"restarts"_s, cause.restarts);
    if (cause.attempt > 0)
        object.insert(u"attempt"_s, cause.attempt);
    if (!cause.candidates.isEmpty())
        object.insert(u"candidates"_s, QJsonArray::fromStringList(cause.candidates));
    return object;
}

QJsonObject blockerJson(const Blocker &blocker)
{
    QJsonObject object{{u"kind"_s, nameOf(blocker.kind)}, {u"text"_s, blockerText(blocker)}};
    insertResource(object, blocker.resource);
    insertText(object, u"message"_s, blocker.message);
    insertText(object, u"image"_s, blocker.image);
    insertText(object, u"detail"_s, blocker.detail);
    insertTime(object, u"until"_s, blocker.until);
    insertTime(object, u"since"_s, blocker.since);
    return object;
}

QJsonArray notesJson(const std::vector<Note> &notes)
{
    QJsonArray array;
    for (const auto &note : notes) {
        QJsonObject object{{u"kind"_s, nameOf(note.kind)}, {u"text"_s, noteText(note)}};
        insertResource(object, note.resource);
        insertText(object, u"detail"_s, note.detail);
        array.append(object);
    }
    return array;
}

} // namespace

QJsonObject verdictJson(const WatchRecord &record)
{
    const auto &verdict = record.verdict;
    const auto &expectation = record.expectation;
    const auto &application = expectation.application;
    QJsonObject object{{u"id"_s, record.id},
                       {u"outcome"_s, nameOf(verdict.outcome)},
                       {u"stage"_s, nameOf(verdict.stage)},
                       {u"sentence"_s, sentence(verdict, expectation)},
                       {u"application"_s,
                        QJsonObject{{u"instance"_s, application.instance},
                                    {u"namespace"_s, application.nameSpace},
                                    {u"name"_s, application.name}}},
                       {u"pods"_s, jsonOf(verdict.pods)},
                       {u"evidence"_s, evidenceJson(verdict.evidence)}};
    if (verdict.cause)
        object.insert(u"cause"_s, causeJson(*verdict.cause, expectation));
    if (verdict.blocker)
        object.insert(u"blocker"_s, blockerJson(*verdict.blocker));
    object.insert(u"notes"_s, notesJson(verdict.notes));
    insertText(object, u"replacedBy"_s, record.replacedBy);
    insertTime(object, u"decidedAt"_s, verdict.decidedAt);
    insertTime(object, u"registeredAt"_s, expectation.registeredAt);
    insertTime(object, u"deadline"_s, expectation.deadline);
    insertTime(object, u"bakeDeadline"_s, record.bakeDeadline());
    return object;
}

QJsonObject verdictJson(const StoredTask &stored)
{
    auto object = verdictJson(stored.watch.record);
    object.insert(u"token"_s, stored.task.token);
    return object;
}

} // namespace lynceus
