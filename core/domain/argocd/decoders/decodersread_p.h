#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/argocd/decoders/decodersjson_p.h"

namespace lynceus::detail {

/// Memory that is reused between calls.
struct ManifestReader
{
    simdjson::ondemand::parser parser;
    QByteArray text;
};

// Each reads one object; returns false and sets the fault if that fails.

/// A top-level field of the application.
bool readApplicationField(std::string_view field, Json json, Application &application, ApplicationDetail detail);
/// Fails for an application without a name.
bool checkIdentity(const Application &application, Fault &fault);
/// readApplicationField() and checkIdentity() for an application inside another object.
bool readApplication(Json json, Application &application, ApplicationDetail detail);
bool readOperationState(Json json, OperationState &state, ApplicationDetail detail);
bool readPendingOperation(Json json, PendingOperation &operation);
/// `revisions` for applications with several sources, otherwise `revision`.
QStringList mergedRevisions(QStringList revisions, QString revision);

/// `source` and `sources` of one object; `sources` counts unless it is empty.
struct Sources
{
    std::optional<ApplicationSource> single;
    std::vector<ApplicationSource> several;
};
/// @p field: `source` or `sources`.
bool readSources(std::string_view field, Json json, Sources &sources);
std::vector<ApplicationSource> merged(Sources sources);
bool readManagedResourceStatus(Json json, ManagedResourceStatus &resource);
bool readHealth(Json json, Health &health);
bool readSyncStatus(Json json, SyncStatus &status);
/// An identifying field of a resource: `group`, `kind`, `namespace`, `name`; returns true without reading for others.
bool readKeyField(std::string_view field, Json json, ResourceKey &key);

/// A field of the resource tree (`nodes`, `orphanedNodes`).
bool readTreeField(std::string_view field, Json json, std::vector<UnlinkedNode> &nodes);

bool readManagedItem(Json json, ManifestReader &reader, ManagedResources &resources);
/// An in-band error, `error` of a frame or an error body: an object (streams) or a string.
bool readServerError(Json json, Error &error);

[[nodiscard]] Error malformed(const Fault &fault);
[[nodiscard]] Error tooLarge(qsizetype size);

} // namespace lynceus::detail
