#pragma once

#include "core/domain/base/result.h"
#include "core/domain/images/imagereference.h"
#include "core/domain/model/managedresources.h"

#include <memory>
#include <vector>

namespace lynceus {

/// An application to wait for and what its manifests say.
struct AssignmentTarget
{
    QString name;                                    ///< for messages
    std::vector<ImageReference> images;              ///< those that NAME=IMAGE gave it
    std::shared_ptr<const ManagedResources> managed; ///< null: not read, needed only with several targets
};

/// Which images each target waits for, in the order of @p targets: its own, and those of @p images (`--image`).
/// With one target all are its own. With several, each goes to those whose manifests, wanted or live, name its
/// repository. Error::Kind::BadInput: an image that fits none (with the nearest repositories), a target that is left
/// without one.
[[nodiscard]] Result<std::vector<std::vector<ImageReference>>> assignImages(
    const std::vector<AssignmentTarget> &targets, const std::vector<ImageReference> &images,
    const RegistryProxies &proxies);

/// The BadInput of an image that no application uses. @p manifestImages: what they use instead, for the nearest names.
[[nodiscard]] Error usedByNone(const ImageReference &image, const QStringList &manifestImages);

} // namespace lynceus
