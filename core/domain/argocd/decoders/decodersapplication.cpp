#include "core/domain/argocd/decoders/decodersread_p.h"

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kRefresh = "argocd.argoproj.io/refresh";
constexpr std::string_view kSkipReconcile = "argocd.argoproj.io/skip-reconcile";

bool readLabels(Json json, std::map<QString, QString> &labels)
{
    labels.clear();
    return json.fields([&](std::string_view name, Json value) {
        QString text;
        if (!value.read(text))
            return false;
        labels.insert_or_assign(value.strings().text(name), std::move(text));
        return true;
    });
}

bool readAnnotations(Json json, Application &application)
{
    return json.fields([&](std::string_view name, Json value) {
        if (name == kRefresh)
            return value.read(application.refreshAnnotation);
        if (name != kSkipReconcile)
            return true;
        QString text;
        if (!value.read(text))
            return false;
        application.skipReconcile = text == "true"_L1;
        return true;
    });
}

bool readOwner(Json json, QString &applicationSet)
{
    QString kind;
    QString name;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "kind")
            return value.read(kind);
        return field != "name" || value.read(name);
    };
    if (!json.fields(fields))
        return false;
    if (kind == "ApplicationSet"_L1)
        applicationSet = name;
    return true;
}

bool readMetadata(Json json, Application &application)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "name")
            return value.read(application.name);
        if (field == "namespace")
            return value.read(application.nameSpace);
        if (field == "uid")
            return value.read(application.uid);
        if (field == "resourceVersion")
            return value.read(application.resourceVersion);
        if (field == "labels")
            return readLabels(value, application.labels);
        if (field == "annotations")
            return readAnnotations(value, application);
        if (field == "ownerReferences")
            return value.elements([&](Json owner) { return readOwner(owner, application.applicationSet); });
        if (field == "creationTimestamp")
            return value.read(application.createdAt);
        if (field == "deletionTimestamp")
            return value.read(application.deletionTimestamp);
        return true;
    });
}

bool readAutomated(Json json, Application &application)
{
    const bool present = !json.isNull();
    bool enabled = present;
    if (!json.fields([&](std::string_view field, Json value) { return field != "enabled" || value.read(enabled); }))
        return false;
    application.autoSync = enabled;
    application.autoSyncDisabled = present && !enabled;
    return true;
}

bool readIgnored(Json json, IgnoredDifference &ignored)
{
    QStringList queries;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "jsonPointers")
            return value.read(ignored.fields);
        if (field == "jqPathExpressions")
            return value.read(queries);
        if (field == "managedFieldsManagers")
            return value.read(ignored.managers);
        if (field == "group")
            return value.read(ignored.group);
        if (field == "kind")
            return value.read(ignored.kind);
        if (field == "namespace")
            return value.read(ignored.nameSpace);
        return field != "name" || value.read(ignored.name);
    };
    if (!json.fields(fields))
        return false;
    ignored.fields += queries;
    return true;
}

bool readDestination(Json json, Application &application)
{
    QString name;
    QString server;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "namespace")
            return value.read(application.destinationNamespace);
        if (field == "name")
            return value.read(name);
        return field != "server" || value.read(server);
    };
    if (!json.fields(fields))
        return false;
    application.destinationCluster = name.isEmpty() ? server : name; // only one of them is set
    return true;
}

/// Argo CD compares and syncs what the hydrator writes: into the repository of the dry source, at the branch and path
/// of the sync source (SourceHydrator.GetSyncSource() in its API types).
bool readHydrator(Json json, ApplicationSource &written)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "drySource")
            return value.fields(
                [&](std::string_view name, Json text) { return name != "repoURL" || text.read(written.repoUrl); });
        if (field != "syncSource")
            return true;
        return value.fields([&](std::string_view name, Json text) {
            if (name == "path")
                return text.read(written.path);
            return name != "targetBranch" || text.read(written.targetRevision);
        });
    });
}

bool readHydration(Json json, Application &application)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field != "lastSuccessfulOperation")
            return true;
        return value.fields([&](std::string_view name, Json text) {
            if (name == "drySHA")
                return text.read(application.dryRevision);
            return name != "hydratedSHA" || text.read(application.hydratedRevision);
        });
    });
}

bool readSpec(Json json, Application &application, ApplicationDetail detail)
{
    if (json.isNull())
        return true;
    Sources sources;
    std::optional<ApplicationSource> hydrated;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "sourceHydrator")
            return value.optional(hydrated, readHydrator);
        if (field == "project")
            return value.read(application.project);
        if (field == "source" || field == "sources")
            return readSources(field, value, sources);
        if (field == "destination")
            return readDestination(value, application);
        if (field == "syncPolicy")
            return value.fields([&](std::string_view name, Json policy) {
                return name != "automated" || readAutomated(policy, application);
            });
        if (detail == ApplicationDetail::Full && field == "ignoreDifferences")
            return value.list(application.ignoredDifferences, readIgnored);
        return true;
    };
    if (!json.fields(fields))
        return false;
    if (application.project.isEmpty())
        application.project = u"default"_s;
    application.sources = merged(std::move(sources));
    if (hydrated)
        application.sources = {*std::move(hydrated)};
    return true;
}

bool readSync(Json json, Application &application, ApplicationDetail detail)
{
    Sources compared;
    QString revision;
    QStringList revisions;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "status")
            return readSyncStatus(value, application.sync);
        if (field == "revision")
            return value.read(revision);
        if (field == "revisions")
            return value.read(revisions);
        if (detail == ApplicationDetail::Full && field == "comparedTo")
            return value.fields(
                [&](std::string_view name, Json source) { return readSources(name, source, compared); });
        return true;
    };
    if (!json.fields(fields))
        return false;
    application.comparedSources = merged(std::move(compared));
    application.revisions = mergedRevisions(std::move(revisions), std::move(revision));
    return true;
}

bool readCondition(Json json, ApplicationCondition &condition)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "type")
            return value.read(condition.type);
        if (field == "message")
            return value.readWords(condition.message);
        if (field == "lastTransitionTime")
            return value.read(condition.since);
        return true;
    });
}

bool readSummary(Json json, Application &application)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "images")
            return value.read(application.summaryImages);
        if (field == "externalURLs")
            return value.read(application.externalUrls);
        return true;
    });
}

bool readRecord(Json json, DeploymentRecord &record)
{
    Sources sources;
    QString revision;
    QStringList revisions;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "id")
            return value.read(record.id);
        if (field == "revision")
            return value.read(revision);
        if (field == "revisions")
            return value.read(revisions);
        if (field == "deployStartedAt")
            return value.read(record.startedAt);
        if (field == "deployedAt")
            return value.read(record.deployedAt);
        if (field == "source" || field == "sources")
            return readSources(field, value, sources);
        if (field == "initiatedBy")
            return value.fields(
                [&](std::string_view name, Json text) { return name != "username" || text.read(record.initiatedBy); });
        return true;
    };
    if (!json.fields(fields))
        return false;
    record.sources = merged(std::move(sources));
    record.revisions = mergedRevisions(std::move(revisions), std::move(revision));
    return true;
}

bool readStatus(Json json, Application &application, ApplicationDetail detail)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "sync")
            return readSync(value, application, detail);
        if (field == "health")
            return readHealth(value, application.health);
        if (field == "reconciledAt")
            return value.read(application.reconciledAt);
        if (field == "operationState")
            return value.optional(application.operationState, [detail](Json state, OperationState &target) {
                return readOperationState(state, target, detail);
            });
        if (field == "conditions")
            return value.list(application.conditions, readCondition);
        if (field == "summary")
            return readSummary(value, application);
        if (field == "sourceHydrator")
            return readHydration(value, application);
        if (detail == ApplicationDetail::Full && field == "resources")
            return value.list(application.resources, readManagedResourceStatus);
        if (detail == ApplicationDetail::Full && field == "history")
            return value.list(application.history, readRecord);
        return true;
    });
}

} // namespace

bool readApplicationField(std::string_view field, Json json, Application &application, ApplicationDetail detail)
{
    if (field == "metadata")
        return readMetadata(json, application);
    if (field == "spec")
        return readSpec(json, application, detail);
    if (field == "operation")
        return json.optional(application.pendingOperation, readPendingOperation);
    if (field == "status")
        return readStatus(json, application, detail);
    return true;
}

bool checkIdentity(const Application &application, Fault &fault)
{
    return !application.name.isEmpty() || fault.set(u"metadata.name"_s, u"is missing"_s);
}

bool readApplication(Json json, Application &application, ApplicationDetail detail)
{
    if (json.isNull())
        return json.fail(u"is not an object"_s);
    const bool read = json.fields(
        [&](std::string_view field, Json value) { return readApplicationField(field, value, application, detail); });
    // Usually equal to the last sync: with thousands of applications, sharing one list of revisions saves memory.
    auto &operation = application.operationState;
    if (operation && operation->resultRevisions == application.revisions)
        operation->resultRevisions = application.revisions;
    return read && checkIdentity(application, json.fault());
}

} // namespace lynceus::detail
