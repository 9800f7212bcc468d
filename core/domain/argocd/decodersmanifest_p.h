#pragma once

#include "core/domain/argocd/decodersread_p.h"

namespace lynceus::detail {

/// What a manifest of a managed object says about its pods.
struct Manifest
{
    std::optional<WorkloadSpec> workload; ///< absent if it has no pod template
    QString generation;
    QStringList mentions; ///< values outside of pod templates that read as an image; only of kinds that we do not know
};

/// @p inside is the JSON string's content, escapes untouched.
///
/// Where the pod template lies depends on the kind. Kinds that we do not know may have one anywhere below spec
/// (operators wrap it), so any `containers` or `initContainers` list there counts whose objects have an image;
/// definitions of kinds (CustomResourceDefinition) only describe such lists.
bool readManifest(std::string_view inside, ManifestReader &reader, const ResourceKey &key, Manifest &manifest,
                  Reading &reading);

} // namespace lynceus::detail
