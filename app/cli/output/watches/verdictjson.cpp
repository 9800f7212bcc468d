#include "app/cli/output/applications/causejson.h"
#include "app/cli/output/applications/inspectionjson.h"
#include "app/cli/output/watches/verdictprinter.h"

#include <algorithm>
#include <cmath>

namespace lynceus {

namespace {

/// Seconds with one decimal: the server's clock is not more precise.
double secondsOf(Duration duration)
{
    return std::round(double(duration.count()) / 100.0) / 10.0;
}

OrderedJson workloadsJson(const std::vector<WorkloadEvidence> &workloads)
{
    auto array = OrderedJson::array();
    for (const auto &workload : workloads) {
        OrderedJson json;
        json["kind"] = toJson(workload.key.kind);
        json["name"] = toJson(workload.key.name);
        json["images"] = toJson(workload.images);
        json["pods"] = {{"wanted", workload.pods.wanted},
                        {"updated", workload.pods.updated},
                        {"ready", workload.pods.ready},
                        {"old", workload.pods.old},
                        {"oldUnready", workload.pods.oldUnready}};
        array.push_back(std::move(json));
    }
    return array;
}

OrderedJson podsJson(const std::vector<PodEvidence> &pods)
{
    auto array = OrderedJson::array();
    for (const auto &pod : pods) {
        OrderedJson json;
        json["name"] = toJson(pod.name);
        json["images"] = toJson(pod.images);
        json["health"] = toJson(nameOf(pod.health.status));
        json["reason"] = toJson(pod.reason);
        array.push_back(std::move(json));
    }
    return array;
}

OrderedJson evidenceJson(const Evidence &evidence, const std::optional<RevisionMetadata> &commit)
{
    OrderedJson json;
    const bool isObserved = evidence.observedAt != Instant{};
    json["observedAt"] = isObserved ? toJson(std::optional(evidence.observedAt)) : OrderedJson();
    json["revision"] = toJson(evidence.revisions.join(u','));
    json["commit"] = toJson(commit);
    json["workloads"] = workloadsJson(evidence.workloads);
    json["pods"] = podsJson(evidence.pods);
    return json;
}

OrderedJson versionJson(const ExpectedVersion &version)
{
    if (version.isImages())
        return {};
    OrderedJson json;
    json["kind"] = toJson(nameOf(version.kind));
    json["value"] = version.value.isEmpty() ? OrderedJson() : toJson(version.value);
    return json;
}

OrderedJson taskJson(const ServedTask &task)
{
    OrderedJson json;
    json["id"] = task.id.isEmpty() ? OrderedJson() : toJson(task.id);
    json["server"] = toJson(task.server.toString(QUrl::FullyEncoded));
    json["status"] = task.state.isEmpty() ? OrderedJson() : toJson(task.state);
    json["reason"] = task.reason.isEmpty() ? OrderedJson() : toJson(task.reason);
    return json;
}

OrderedJson reportJson(const WatchReport &report)
{
    const auto &expectation = report.expectation;
    const auto &verdict = report.verdict;
    QStringList images;
    std::ranges::transform(expectation.images, std::back_inserter(images), familiarName);

    OrderedJson json;
    json["outcome"] = toJson(nameOf(verdict.outcome));
    json["stage"] = toJson(nameOf(verdict.stage));
    json["application"] = applicationIdentity(expectation.application, report.project, report.url);
    json["images"] = toJson(images);
    json["registeredAt"] = toJson(std::optional(expectation.registeredAt));
    json["decidedAt"] = toJson(verdict.decidedAt);
    json["seconds"] = secondsOf(elapsed(report));
    json["cause"] = toJson(verdict.cause, expectation);
    json["blocker"] = toJson(verdict.blocker, expectation);
    json["evidence"] = evidenceJson(verdict.evidence, report.commit);
    json["notes"] = toJson(verdict.notes, expectation);
    json["version"] = versionJson(expectation.version);
    json["waitForApp"] = expectation.waitForApp;
    if (report.task)
        json["task"] = taskJson(*report.task);
    return json;
}

OrderedJson keysJson(const std::vector<ApplicationKey> &keys)
{
    auto array = OrderedJson::array();
    for (const auto &key : keys)
        array.push_back({{"namespace", toJson(key.nameSpace)}, {"name", toJson(key.name)}});
    return array;
}

OrderedJson parentJson(const ParentReport &parent)
{
    Expectation expectation;
    expectation.application = parent.key;
    OrderedJson json;
    json["kind"] = toJson(nameOf(parent.kind));
    json["instance"] = toJson(parent.key.instance);
    json["namespace"] = toJson(parent.key.nameSpace);
    json["name"] = toJson(parent.key.name);
    json["complete"] = parent.isComplete;
    json["blocker"] = toJson(parent.blocker, expectation);
    json["children"] = keysJson(parent.children);
    json["leftOut"] = keysJson(parent.leftOut);
    json["foundBy"] = parent.isByOwner ? "owner" : "resources";
    return json;
}

} // namespace

QByteArray verdictJson(const WatchReport &report)
{
    return document(reportJson(report));
}

QByteArray verdictsJson(const std::vector<WatchReport> &reports)
{
    return releaseJson({.watches = reports});
}

QByteArray releaseJson(const ReleaseReport &release)
{
    OrderedJson json;
    json["outcome"] = toJson(nameOf(outcomeOf(release)));
    auto watches = OrderedJson::array();
    for (const auto &report : release.watches)
        watches.push_back(reportJson(report));
    json["watches"] = std::move(watches);
    if (release.parents.empty())
        return document(json);
    auto parents = OrderedJson::array();
    for (const auto &parent : release.parents)
        parents.push_back(parentJson(parent));
    json["parents"] = std::move(parents);
    return document(json);
}

} // namespace lynceus
