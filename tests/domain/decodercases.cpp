#include "tests/domain/decodercases.h"

namespace lynceus {

namespace {

constexpr auto kApplication = R"({
  "metadata": {"name": "web", "namespace": "argocd", "uid": "u1", "resourceVersion": "7", "labels": {"team": "shop"},
    "annotations": {"argocd.argoproj.io/refresh": "normal", "argocd.argoproj.io/skip-reconcile": "true"},
    "creationTimestamp": "2026-11-23T08:30:54Z", "deletionTimestamp": "2026-11-23T09:30:54Z"},
  "spec": {"project": "shop", "source": {"repoURL": "r", "path": "p", "chart": "c", "targetRevision": "main"},
    "sources": [{"repoURL": "r2", "path": "p2", "chart": "c2", "targetRevision": "main2"}],
    "destination": {"namespace": "web"}, "syncPolicy": {"automated": {"enabled": true}}},
  "operation": {"sync": {"revision": "abc", "revisions": ["a", "b"]}, "initiatedBy": {"automated": true}},
  "status": {"sync": {"status": "Synced", "revision": "abc", "revisions": ["x", "y"]},
    "health": {"status": "Healthy", "message": "fine"}, "reconciledAt": "2026-11-23T08:31:00Z",
    "operationState": {"phase": "Running", "message": "m", "startedAt": "2026-11-23T08:31:01Z",
      "finishedAt": "2026-11-23T08:31:02Z", "retryCount": 2,
      "operation": {"sync": {"revision": "abc", "revisions": ["x"]}, "initiatedBy": {"username": "me", "automated": false}},
      "syncResult": {"revision": "abc", "revisions": ["x"], "resources": [{"group": "batch", "kind": "Job",
        "namespace": "web", "name": "job", "status": "Synced", "hookType": "PreSync", "hookPhase": "Failed",
        "message": "m", "images": ["i"]}]}},
    "conditions": [{"type": "SyncError", "message": "m", "lastTransitionTime": "2026-11-23T08:31:00Z"}],
    "summary": {"images": ["a", "b"], "externalURLs": ["http://x"]},
    "resources": [{"group": "apps", "kind": "Deployment", "namespace": "web", "name": "web", "status": "OutOfSync",
      "health": {"status": "Degraded", "message": "m"}, "hook": true, "requiresPruning": true, "syncWave": -3}],
    "history": [{"id": 3, "revision": "abc", "revisions": ["x"], "deployStartedAt": "2026-11-23T08:31:00Z",
      "deployedAt": "2026-11-23T08:31:02Z"}]}})";

constexpr auto kTreeNode = R"({"group": "", "kind": "Pod", "namespace": "web", "name": "web-1", "version": "v1",
  "uid": "u2", "resourceVersion": "8", "health": {"status": "Degraded", "message": "m"},
  "createdAt": "2026-11-23T08:31:00Z", "images": ["i"], "info": [{"name": "Containers", "value": "1/2"}],
  "parentRefs": [{"group": "apps", "kind": "ReplicaSet", "namespace": "web", "name": "web", "uid": "u1"}]})";

std::string tree()
{
    return std::string(R"({"nodes": [)") + kTreeNode + R"(], "orphanedNodes": [)" + kTreeNode + "]}";
}

template<typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

void PrintTo(const DecoderCase &tested, std::ostream *stream)
{
    *stream << tested.name;
}

std::vector<DecoderCase> decoderCases()
{
    using D = Decoder &;
    using B = const QByteArray &;
    return {
        {"application", kApplication, [](D d, B b) { return errorOf(d.application(b)); }},
        {"applicationEvent", std::string(R"({"result": {"type": "ADDED", "application": )") + kApplication + "}}",
         [](D d, B b) { return errorOf(d.applicationEvent(b)); }},
        {"resourceTree", tree(), [](D d, B b) { return errorOf(d.resourceTree(b)); }},
        {"resourceTreeEvent", R"({"result": )" + tree() + "}",
         [](D d, B b) { return errorOf(d.resourceTreeEvent(b)); }},
        {"managedResources",
         R"({"items": [{"group": "apps", "kind": "Deployment", "namespace": "web", "name": "web", "targetState": "{}",
            "liveState": "{}", "hook": true}]})",
         [](D d, B b) { return errorOf(d.managedResources(b)); }},
        {"events",
         R"({"items": [{"involvedObject": {"kind": "Pod", "namespace": "web", "name": "web-1"}, "type": "Warning",
            "reason": "Failed", "message": "m", "count": 3, "firstTimestamp": "2026-11-23T08:31:00Z",
            "lastTimestamp": "2026-11-23T08:31:01Z", "eventTime": "2026-11-23T08:31:01.123456Z",
            "series": {"count": 2, "lastObservedTime": "2026-11-23T08:31:01.123456Z"}}]})",
         [](D d, B b) { return errorOf(d.events(b)); }},
        {"logLine",
         R"({"result": {"content": "c", "timeStamp": "2026-11-23T08:31:00Z", "last": false,
            "timeStampStr": "2026-11-23T08:31:00.123Z", "podName": "p"}})",
         [](D d, B b) { return errorOf(d.logLine(b)); }},
        {"syncWindows",
         R"({"activeWindows": [{"kind": "allow", "schedule": "* * * * *", "duration": "1h", "manualSync": true}],
            "assignedWindows": [{"kind": "allow", "schedule": "* * * * *", "duration": "1h", "manualSync": true}],
            "canSync": false})",
         [](D d, B b) { return errorOf(d.syncWindows(b)); }},
        {"applicationSet",
         R"({"status": {"applicationStatus": [{"application": "a", "step": "1", "status": "Waiting"}]}})",
         [](D d, B b) { return errorOf(d.applicationSet(b)); }},
        {"revisionMetadata", R"({"author": "a", "message": "m", "date": "2026-11-23T08:31:00Z"})",
         [](D d, B b) { return errorOf(d.revisionMetadata(b)); }},
        {"version", R"({"Version": "v3.6.0"})", [](D d, B b) { return errorOf(d.version(b)); }},
        {"settings", R"({"url": "u", "appsInAnyNamespaceEnabled": true, "controllerNamespace": "n"})",
         [](D d, B b) { return errorOf(d.settings(b)); }},
        {"userInfo", R"({"loggedIn": true, "username": "u", "iss": "i"})",
         [](D d, B b) { return errorOf(d.userInfo(b)); }},
        {"canI", R"({"value": "yes"})", [](D d, B b) { return errorOf(d.canI(b)); }},
        {"applicationList", std::string(R"({"metadata": {"resourceVersion": "9"}, "items": [)") + kApplication + "]}",
         [](D d, B b) {
             const auto list = d.applicationList(b, ApplicationDetail::Full);
             return list && !list->badItems.empty() ? std::optional(list->badItems.front()) : errorOf(list);
         }},
    };
}

} // namespace lynceus
