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
    return {{u"wanted"_s, pods.wanted}, {u"updated"_s, pods.updated}, {u"ready"_s, pods.ready}, {u"old"_s, pods.old}};
}

void insertResource(QJsonObject &object, const ResourceKey &resource)
{
    if (!resource.kind.isEmpty())
        object.insert(u"resource"_s, jsonOf(resource));
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
        object.insert(u"pods"_s, jsonOf(workload.pods));
        workloads.append(object);
    }
    QJsonArray pods;
    for (const auto &pod : evidence.pods)
        pods.append(QJsonObject{
            {u"name"_s, pod.name}, {u"images"_s, QJsonArray::fromStringList(pod.images)}, {u"reason"_s, pod.reason}});
    QJsonObject object{{u"revisions"_s, QJsonArray::fromStringList(evidence.revisions)},
                       {u"workloads"_s, workloads},
                       {u"pods"_s, pods}};
    if (evidence.observedAt != Instant{})
        object.insert(u"observedAt"_s, formatRfc3339(evidence.observedAt));
    return object;
}

} // namespace

QJsonObject verdictJson(const WatchRecord &record)
{
    const auto &verdict = record.verdict;
    QJsonObject object{{u"id"_s, record.id},
                       {u"outcome"_s, nameOf(verdict.outcome)},
                       {u"stage"_s, nameOf(verdict.stage)},
                       {u"sentence"_s, sentence(verdict, record.expectation)},
                       {u"pods"_s, jsonOf(verdict.pods)},
                       {u"evidence"_s, evidenceJson(verdict.evidence)}};
    if (const auto &cause = verdict.cause) {
        QJsonObject told{{u"kind"_s, nameOf(cause->kind)}, {u"text"_s, causeText(*cause, record.expectation)}};
        insertResource(told, cause->resource);
        object.insert(u"cause"_s, told);
    }
    if (const auto &blocker = verdict.blocker) {
        QJsonObject told{{u"kind"_s, nameOf(blocker->kind)}, {u"text"_s, blockerText(*blocker)}};
        insertResource(told, blocker->resource);
        object.insert(u"blocker"_s, told);
    }
    QJsonArray notes;
    for (const auto &note : verdict.notes)
        notes.append(QJsonObject{{u"kind"_s, nameOf(note.kind)}, {u"text"_s, noteText(note)}});
    object.insert(u"notes"_s, notes);
    insertTime(object, u"decidedAt"_s, verdict.decidedAt);
    insertTime(object, u"deadline"_s, record.expectation.deadline);
    return object;
}

} // namespace lynceus
