#include "core/domain/argocd/decoders/decodersread_p.h"

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

/// `sync` of an operation, or its result: in lists with `fields` the result has the name of the request.
struct Sync
{
    QString revision;
    QStringList revisions;
    Sources sources;
    std::vector<SyncResultResource> resources;
    bool dryRun = false;
    bool isResult = false; ///< its resources have results, unlike those of a request
};

bool readResultResource(Json json, SyncResultResource &resource, bool &isResult)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "status" || field == "syncPhase" || field == "hookPhase" || field == "message")
            isResult = true;
        if (field == "status")
            return value.read(resource.status);
        if (field == "hookType")
            return value.read(resource.hookType);
        if (field == "hookPhase")
            return value.read(resource.hookPhase);
        if (field == "syncPhase")
            return value.read(resource.syncPhase);
        if (field == "message")
            return value.readWords(resource.message);
        if (field == "images")
            return value.read(resource.images);
        return readKeyField(field, value, resource.key);
    });
}

/// For tables: the first resource shows whether it is a result; the others are skipped.
bool readFirstResource(Json json, bool &isResult)
{
    bool first = true;
    return json.elements([&](Json element) {
        SyncResultResource ignored;
        return !std::exchange(first, false) || readResultResource(element, ignored, isResult);
    });
}

bool readSync(Json json, Sync &sync, ApplicationDetail detail)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "revision")
            return value.read(sync.revision);
        if (field == "revisions")
            return value.read(sync.revisions);
        if (field == "dryRun")
            return value.read(sync.dryRun);
        if (detail == ApplicationDetail::Full && (field == "source" || field == "sources"))
            return readSources(field, value, sync.sources);
        if (field != "resources")
            return true;
        if (detail == ApplicationDetail::Summary)
            return readFirstResource(value, sync.isResult);
        return value.list(sync.resources, [&](Json element, SyncResultResource &resource) {
            return readResultResource(element, resource, sync.isResult);
        });
    });
}

bool readInitiator(Json json, QString &name, bool &automated)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "username")
            return value.read(name);
        if (field == "automated")
            return value.read(automated);
        return true;
    });
}

bool readOperation(Json json, OperationState &state, Sync &request, ApplicationDetail detail)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "sync")
            return readSync(value, request, detail);
        if (field == "initiatedBy")
            return readInitiator(value, state.initiatedBy, state.automated);
        return true;
    });
}

void takeResult(Sync &&result, OperationState &state)
{
    state.resultRevisions = mergedRevisions(std::move(result.revisions), std::move(result.revision));
    state.sources = merged(std::move(result.sources));
    state.resources = std::move(result.resources);
}

bool readSource(Json json, ApplicationSource &source)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "repoURL")
            return value.read(source.repoUrl);
        if (field == "path")
            return value.read(source.path);
        if (field == "chart")
            return value.read(source.chart);
        if (field == "targetRevision")
            return value.read(source.targetRevision);
        return true;
    });
}

} // namespace

bool readSources(std::string_view field, Json json, Sources &sources)
{
    if (field == "source")
        return json.optional(sources.single, readSource);
    return field != "sources" || json.list(sources.several, readSource);
}

std::vector<ApplicationSource> merged(Sources sources)
{
    if (sources.several.empty() && sources.single)
        sources.several.push_back(*std::move(sources.single));
    return std::move(sources.several);
}

QStringList mergedRevisions(QStringList revisions, QString revision)
{
    if (revisions.isEmpty() && !revision.isEmpty())
        revisions.append(std::move(revision));
    return revisions;
}

bool readOperationState(Json json, OperationState &state, ApplicationDetail detail)
{
    Sync request;
    std::optional<Sync> result;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "phase") {
            QString word;
            const bool read = value.read(word);
            state.phase = operationPhaseFrom(word);
            return read;
        }
        if (field == "message")
            return value.readWords(state.message);
        if (field == "startedAt")
            return value.read(state.startedAt);
        if (field == "finishedAt")
            return value.read(state.finishedAt);
        if (field == "retryCount")
            return value.read(state.retryCount);
        if (field == "operation")
            return readOperation(value, state, request, detail);
        if (field == "syncResult")
            return value.optional(result, [detail](Json sync, Sync &target) { return readSync(sync, target, detail); });
        return true;
    };
    if (!json.fields(fields))
        return false;
    if (result)
        takeResult(*std::move(result), state);
    else if (request.isResult)
        takeResult(std::exchange(request, {}), state);
    state.dryRun = request.dryRun;
    for (auto &resource : request.resources)
        state.selected.push_back(std::move(resource.key));
    state.requestedRevisions = mergedRevisions(std::move(request.revisions), std::move(request.revision));
    return true;
}

bool readPendingOperation(Json json, PendingOperation &operation)
{
    Sync request;
    QString name;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "sync")
            return readSync(value, request, ApplicationDetail::Summary);
        if (field == "initiatedBy")
            return readInitiator(value, name, operation.automated);
        return true;
    };
    if (!json.fields(fields))
        return false;
    operation.revisions = mergedRevisions(std::move(request.revisions), std::move(request.revision));
    return true;
}

} // namespace lynceus::detail
