#include "core/engine/deployments/historyexport.h"

#include "core/domain/model/applicationurl.h"
#include "core/domain/redaction/jsonsecrets.h"
#include "core/domain/redaction/secretscanner.h"
#include "core/domain/text/csv.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/verdicttext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Seconds with one digit: the server's clock is not known more precisely.
double secondsOf(Duration duration)
{
    return std::round(double(duration.count()) / 100.0) / 10.0;
}

QString timeOf(const std::optional<Instant> &at)
{
    return at ? formatRfc3339(*at) : QString();
}

QJsonValue valueOf(const std::optional<Instant> &at)
{
    return at ? QJsonValue(formatRfc3339(*at)) : QJsonValue();
}

std::optional<Duration> durationOf(const WatchRecord &watch)
{
    if (!watch.verdict.decidedAt)
        return {};
    return *watch.verdict.decidedAt - watch.expectation.registeredAt;
}

QStringList imagesOf(const WatchRecord &watch)
{
    QStringList images;
    std::ranges::transform(watch.expectation.images, std::back_inserter(images), familiarName);
    return images;
}

/// "revision:3f2a1b0", "next"; empty if images are expected.
QString versionOf(const WatchRecord &watch)
{
    const auto &version = watch.expectation.version;
    if (version.isImages())
        return {};
    return version.value.isEmpty() ? nameOf(version.kind) : nameOf(version.kind) + u':' + version.value;
}

QJsonValue versionJson(const WatchRecord &watch)
{
    const auto &version = watch.expectation.version;
    if (version.isImages())
        return {};
    return QJsonObject{{u"kind"_s, nameOf(version.kind)},
                       {u"value"_s, version.value.isEmpty() ? QJsonValue() : QJsonValue(version.value)}};
}

QJsonObject resourceJson(const ResourceKey &resource, const ApplicationKey &application)
{
    const bool isApplication = resource.kind.isEmpty();
    return {{u"group"_s, isApplication ? u"argoproj.io"_s : resource.group},
            {u"kind"_s, isApplication ? u"Application"_s : resource.kind},
            {u"namespace"_s, isApplication ? application.nameSpace : resource.nameSpace},
            {u"name"_s, isApplication ? application.name : resource.name}};
}

QJsonValue causeJson(const WatchRecord &watch)
{
    const auto &cause = watch.verdict.cause;
    if (!cause)
        return {};
    const auto words = cause->message.isEmpty() ? causeText(*cause, watch.expectation) : cause->message;
    return QJsonObject{{u"kind"_s, nameOf(cause->kind)},
                       {u"resource"_s, resourceJson(cause->resource, watch.request.application)},
                       {u"message"_s, words}};
}

QJsonValue blockerJson(const WatchRecord &watch)
{
    const auto &blocker = watch.verdict.blocker;
    if (!blocker)
        return {};
    return QJsonObject{{u"kind"_s, nameOf(blocker->kind)},
                       {u"resource"_s, resourceJson(blocker->resource, watch.request.application)},
                       {u"message"_s, blocker->message.isEmpty() ? blockerText(*blocker) : blocker->message},
                       {u"until"_s, valueOf(blocker->until)},
                       {u"since"_s, valueOf(blocker->since)}};
}

QJsonValue commitJson(const std::optional<RevisionMetadata> &commit)
{
    if (!commit)
        return {};
    return QJsonObject{
        {u"author"_s, commit->author}, {u"message"_s, commit->message}, {u"date"_s, valueOf(commit->date)}};
}

QJsonObject evidenceJson(const WatchRecord &watch)
{
    const auto &evidence = watch.verdict.evidence;
    QJsonArray workloads;
    for (const auto &workload : evidence.workloads) {
        const auto &pods = workload.pods;
        workloads.append(QJsonObject{{u"kind"_s, workload.key.kind},
                                     {u"name"_s, workload.key.name},
                                     {u"images"_s, QJsonArray::fromStringList(workload.images)},
                                     {u"pods"_s,
                                      QJsonObject{{u"wanted"_s, pods.wanted},
                                                  {u"updated"_s, pods.updated},
                                                  {u"ready"_s, pods.ready},
                                                  {u"old"_s, pods.old},
                                                  {u"oldUnready"_s, pods.oldUnready}}}});
    }
    QJsonArray pods;
    for (const auto &pod : evidence.pods) {
        pods.append(QJsonObject{{u"name"_s, pod.name},
                                {u"images"_s, QJsonArray::fromStringList(pod.images)},
                                {u"health"_s, nameOf(pod.health.status)},
                                {u"reason"_s, pod.reason}});
    }
    const bool isObserved = evidence.observedAt != Instant{};
    return {{u"observedAt"_s, isObserved ? valueOf(evidence.observedAt) : QJsonValue()},
            {u"revision"_s, evidence.revisions.join(u',')},
            {u"commit"_s, commitJson(watch.commit)},
            {u"workloads"_s, workloads},
            {u"pods"_s, pods}};
}

QJsonArray notesJson(const WatchRecord &watch)
{
    QJsonArray notes;
    for (const auto &note : watch.verdict.notes) {
        notes.append(QJsonObject{{u"kind"_s, nameOf(note.kind)},
                                 {u"resource"_s, resourceJson(note.resource, watch.request.application)},
                                 {u"detail"_s, note.detail}});
    }
    return notes;
}

QJsonObject watchJson(const WatchRecord &watch, const InstanceNames &instances)
{
    const auto &key = watch.request.application;
    const auto duration = durationOf(watch);
    return {{u"id"_s, watch.id},
            {u"outcome"_s, nameOf(watch.verdict.outcome)},
            {u"stage"_s, nameOf(watch.verdict.stage)},
            {u"application"_s,
             QJsonObject{{u"instance"_s, instances.nameOf(key.instance)},
                         {u"namespace"_s, key.nameSpace},
                         {u"name"_s, key.name},
                         {u"project"_s, watch.request.project},
                         {u"url"_s, instances.pageOf(key).toString(QUrl::FullyEncoded)}}},
            {u"images"_s, QJsonArray::fromStringList(imagesOf(watch))},
            {u"version"_s, versionJson(watch)},
            {u"waitForApp"_s, watch.expectation.waitForApp},
            {u"withChildren"_s, watch.request.withChildren},
            {u"children"_s, QJsonArray::fromStringList(watch.children)},
            {u"before"_s, QJsonArray::fromStringList(watch.oldImages)},
            {u"registeredAt"_s, formatRfc3339(watch.expectation.registeredAt)},
            {u"deadline"_s, formatRfc3339(watch.expectation.deadline)},
            {u"decidedAt"_s, valueOf(watch.verdict.decidedAt)},
            {u"endedAt"_s, valueOf(watch.endedAt)},
            {u"seconds"_s, duration ? QJsonValue(secondsOf(*duration)) : QJsonValue()},
            {u"cause"_s, causeJson(watch)},
            {u"blocker"_s, blockerJson(watch)},
            {u"evidence"_s, evidenceJson(watch)},
            {u"notes"_s, notesJson(watch)},
            {u"release"_s, watch.request.release},
            {u"who"_s, watch.request.who},
            {u"note"_s, watch.request.note},
            {u"takenBy"_s, watch.takenBy}};
}

} // namespace

QUrl InstanceNames::pageOf(const ApplicationKey &key) const
{
    const auto base = baseUrls.value(key.instance);
    return base.isEmpty() ? QUrl() : applicationUrl(base, key);
}

QByteArray historyJson(const std::vector<WatchRecord> &watches, const InstanceNames &instances)
{
    QJsonArray array;
    for (const auto &watch : watches)
        array.append(watchJson(watch, instances));
    // Data stored by an older version may still contain secrets.
    return visibleJson(jsonWithoutSecrets(QJsonDocument(array).toJson()));
}

QByteArray historyCsv(const std::vector<WatchRecord> &watches, const InstanceNames &instances)
{
    QByteArray text;
    appendCsvRow(text, {u"id"_s,        u"endedAt"_s,      u"outcome"_s, u"stage"_s,   u"instance"_s,
                        u"namespace"_s, u"application"_s,  u"project"_s, u"images"_s,  u"before"_s,
                        u"release"_s,   u"registeredAt"_s, u"seconds"_s, u"cause"_s,   u"sentence"_s,
                        u"revision"_s,  u"who"_s,          u"note"_s,    u"version"_s, u"takenBy"_s});
    for (const auto &watch : watches) {
        const auto &key = watch.request.application;
        const auto &cause = watch.verdict.cause;
        const auto duration = durationOf(watch);
        appendCsvRow(text,
                     {watch.id,
                      timeOf(watch.endedAt),
                      nameOf(watch.verdict.outcome),
                      nameOf(watch.verdict.stage),
                      instances.nameOf(key.instance),
                      key.nameSpace,
                      key.name,
                      watch.request.project,
                      imagesOf(watch).join(u' '),
                      watch.oldImages.join(u' '),
                      watch.request.release,
                      formatRfc3339(watch.expectation.registeredAt),
                      duration ? QString::number(secondsOf(*duration)) : QString(),
                      cause ? nameOf(cause->kind) : QString(),
                      textWithoutSecrets(sentence(watch.verdict, watch.expectation)),
                      watch.verdict.evidence.revisions.join(u' '),
                      watch.request.who,
                      textWithoutSecrets(watch.request.note),
                      versionOf(watch),
                      watch.takenBy});
    }
    return text;
}

} // namespace lynceus
