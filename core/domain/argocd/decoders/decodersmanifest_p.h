#pragma once

#include "core/domain/argocd/decoders/decodersread_p.h"

namespace lynceus::detail {

/// What a managed object's manifest contains about its pods.
struct Manifest
{
    std::optional<WorkloadSpec> workload; ///< empty if it has no pod template
    QString generation;
    QStringList mentions; ///< values that look like an image, except images of containers
};

/// @p inside: content of the JSON string, with escapes.
///
/// The place of the pod template depends on the kind. Unknown kinds may have one anywhere in spec (operators embed it),
/// so any list `containers` or `initContainers` in it counts whose objects have an image. CustomResourceDefinitions
/// only describe such lists and do not count.
bool readManifest(std::string_view inside, ManifestReader &reader, const ResourceKey &key, Manifest &manifest,
                  Reading &reading);

} // namespace lynceus::detail
