#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/resourcetree.h"
#include "core/io/store/encoding/fields.h"

namespace lynceus {

template<>
struct Fields<ApplicationKey>
{
    static constexpr auto kList =
        std::tuple{field("instance", &ApplicationKey::instance), field("namespace", &ApplicationKey::nameSpace),
                   field("name", &ApplicationKey::name)};
};

template<>
struct Fields<ResourceKey>
{
    static constexpr auto kList =
        std::tuple{field("group", &ResourceKey::group), field("kind", &ResourceKey::kind),
                   field("namespace", &ResourceKey::nameSpace), field("name", &ResourceKey::name)};
};

template<>
struct Fields<Health>
{
    static constexpr auto kList = std::tuple{field("status", &Health::status), field("message", &Health::message)};
};

template<>
struct Fields<ManagedResourceStatus>
{
    using T = ManagedResourceStatus;
    static constexpr auto kList = std::tuple{field("key", &T::key),
                                             field("sync", &T::sync),
                                             field("health", &T::health),
                                             field("hook", &T::hook),
                                             field("requiresPruning", &T::requiresPruning),
                                             field("syncWave", &T::syncWave)};
};

template<>
struct Fields<SyncResultResource>
{
    using T = SyncResultResource;
    static constexpr auto kList = std::tuple{field("key", &T::key),
                                             field("status", &T::status),
                                             field("hookType", &T::hookType),
                                             field("hookPhase", &T::hookPhase),
                                             field("syncPhase", &T::syncPhase),
                                             field("message", &T::message),
                                             field("images", &T::images)};
};

template<>
struct Fields<ApplicationSource>
{
    using T = ApplicationSource;
    static constexpr auto kList = std::tuple{field("repoUrl", &T::repoUrl), field("path", &T::path),
                                             field("chart", &T::chart), field("targetRevision", &T::targetRevision)};
};

template<>
struct Fields<OperationState>
{
    using T = OperationState;
    static constexpr auto kList = std::tuple{field("phase", &T::phase),
                                             field("message", &T::message),
                                             field("startedAt", &T::startedAt),
                                             field("finishedAt", &T::finishedAt),
                                             field("retryCount", &T::retryCount),
                                             field("initiatedBy", &T::initiatedBy),
                                             field("automated", &T::automated),
                                             field("dryRun", &T::dryRun),
                                             field("selected", &T::selected),
                                             field("requestedRevisions", &T::requestedRevisions),
                                             field("resultRevisions", &T::resultRevisions),
                                             field("sources", &T::sources),
                                             field("resources", &T::resources)};
};

template<>
struct Fields<PendingOperation>
{
    static constexpr auto kList =
        std::tuple{field("revisions", &PendingOperation::revisions), field("automated", &PendingOperation::automated)};
};

template<>
struct Fields<ApplicationCondition>
{
    using T = ApplicationCondition;
    static constexpr auto kList =
        std::tuple{field("type", &T::type), field("message", &T::message), field("since", &T::since)};
};

template<>
struct Fields<IgnoredDifference>
{
    using T = IgnoredDifference;
    static constexpr auto kList =
        std::tuple{field("group", &T::group), field("kind", &T::kind),     field("namespace", &T::nameSpace),
                   field("name", &T::name),   field("fields", &T::fields), field("managers", &T::managers)};
};

template<>
struct Fields<DeploymentRecord>
{
    using T = DeploymentRecord;
    static constexpr auto kList = std::tuple{field("id", &T::id),
                                             field("revisions", &T::revisions),
                                             field("startedAt", &T::startedAt),
                                             field("deployedAt", &T::deployedAt),
                                             field("initiatedBy", &T::initiatedBy),
                                             field("sources", &T::sources)};
};

template<>
struct Fields<Application>
{
    using T = Application;
    static constexpr auto kList = std::tuple{field("name", &T::name),
                                             field("namespace", &T::nameSpace),
                                             field("uid", &T::uid),
                                             field("resourceVersion", &T::resourceVersion),
                                             field("project", &T::project),
                                             field("labels", &T::labels),
                                             field("createdAt", &T::createdAt),
                                             field("deletionTimestamp", &T::deletionTimestamp),
                                             field("refreshAnnotation", &T::refreshAnnotation),
                                             field("skipReconcile", &T::skipReconcile),
                                             field("applicationSet", &T::applicationSet),
                                             field("autoSync", &T::autoSync),
                                             field("autoSyncDisabled", &T::autoSyncDisabled),
                                             field("ignoredDifferences", &T::ignoredDifferences),
                                             field("sources", &T::sources),
                                             field("destinationNamespace", &T::destinationNamespace),
                                             field("destinationCluster", &T::destinationCluster),
                                             field("sync", &T::sync),
                                             field("revisions", &T::revisions),
                                             field("comparedSources", &T::comparedSources),
                                             field("hydratedRevision", &T::hydratedRevision),
                                             field("dryRevision", &T::dryRevision),
                                             field("health", &T::health),
                                             field("reconciledAt", &T::reconciledAt),
                                             field("pendingOperation", &T::pendingOperation),
                                             field("operationState", &T::operationState),
                                             field("conditions", &T::conditions),
                                             field("summaryImages", &T::summaryImages),
                                             field("externalUrls", &T::externalUrls),
                                             field("resources", &T::resources),
                                             field("history", &T::history)};
};

template<>
struct Fields<ResourceNode>
{
    using T = ResourceNode;
    static constexpr auto kList = std::tuple{field("key", &T::key),
                                             field("version", &T::version),
                                             field("uid", &T::uid),
                                             field("resourceVersion", &T::resourceVersion),
                                             field("health", &T::health),
                                             field("createdAt", &T::createdAt),
                                             field("images", &T::images),
                                             field("revision", &T::revision),
                                             field("statusReason", &T::statusReason),
                                             field("readyContainers", &T::readyContainers),
                                             field("containers", &T::containers),
                                             field("restarts", &T::restarts),
                                             field("node", &T::node),
                                             field("orphaned", &T::orphaned),
                                             field("parent", &T::parent),
                                             field("firstChild", &T::firstChild),
                                             field("nextSibling", &T::nextSibling)};
};

template<>
struct Fields<ResourceTree>
{
    static constexpr auto kList = std::tuple{field("nodes", &ResourceTree::nodes)};
};

template<>
struct Fields<WorkloadSpec>
{
    using T = WorkloadSpec;
    static constexpr auto kList =
        std::tuple{field("images", &T::images),          field("replicas", &T::replicas),
                   field("paused", &T::paused),          field("suspend", &T::suspend),
                   field("probeDelay", &T::probeDelay),  field("onDelete", &T::onDelete),
                   field("partition", &T::partition),    field("imageOwners", &T::imageOwners),
                   field("isRolledOut", &T::isRolledOut)};
};

template<>
struct Fields<ManagedWorkload>
{
    using T = ManagedWorkload;
    static constexpr auto kList =
        std::tuple{field("key", &T::key), field("target", &T::target), field("live", &T::live), field("hook", &T::hook),
                   field("liveGeneration", &T::liveGeneration)};
};

template<>
struct Fields<ImageMention>
{
    using T = ImageMention;
    static constexpr auto kList =
        std::tuple{field("key", &T::key), field("target", &T::target), field("live", &T::live)};
};

template<>
struct Fields<ManagedResources>
{
    using T = ManagedResources;
    static constexpr auto kList = std::tuple{field("workloads", &T::workloads), field("mentions", &T::mentions),
                                             field("targetsEmpty", &T::targetsEmpty), field("items", &T::items)};
};

} // namespace lynceus
