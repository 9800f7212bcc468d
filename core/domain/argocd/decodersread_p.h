#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/domain/argocd/decodersjson_p.h"

namespace lynceus::detail {

/// Memory that is worth keeping between calls.
struct ManifestReader
{
    simdjson::ondemand::parser parser;
    QByteArray text;
};

// Each reads one thing; false with the fault set if it cannot be read.

/// A field of the application's top level.
bool readApplicationField(std::string_view field, Json json, Application &application, ApplicationDetail detail);
/// An application without a name is none.
bool checkIdentity(const Application &application, Fault &fault);
/// Both for an application inside of something else.
bool readApplication(Json json, Application &application, ApplicationDetail detail);
bool readOperationState(Json json, OperationState &state, ApplicationDetail detail);
bool readPendingOperation(Json json, PendingOperation &operation);
/// `revisions` of applications with several sources, else the one `revision`.
QStringList mergedRevisions(QStringList revisions, QString revision);

/// `source` and `sources` of the same object: the latter counts where it is not empty.
struct Sources
{
    std::optional<ApplicationSource> single;
    std::vector<ApplicationSource> several;
};
/// @p field is one of the two.
bool readSources(std::string_view field, Json json, Sources &sources);
std::vector<ApplicationSource> merged(Sources sources);
bool readManagedResourceStatus(Json json, ManagedResourceStatus &resource);
bool readHealth(Json json, Health &health);
bool readSyncStatus(Json json, SyncStatus &status);
/// One of a resource's identifying fields: `group`, `kind`, `namespace`, `name`; true without reading for others.
bool readKeyField(std::string_view field, Json json, ResourceKey &key);

/// A field of the resource tree (`nodes`, `orphanedNodes`).
bool readTreeField(std::string_view field, Json json, std::vector<UnlinkedNode> &nodes);

bool readManagedItem(Json json, ManifestReader &reader, ManagedResources &resources);
/// An in-band error, `error` of a frame or of an error body: an object (streams) or only a sentence.
bool readServerError(Json json, Error &error);

[[nodiscard]] Error malformed(const Fault &fault);
[[nodiscard]] Error tooLarge(qsizetype size);

} // namespace lynceus::detail
