#pragma once

#include "core/domain/base/result.h"
#include "core/domain/images/imagereference.h"
#include "core/domain/model/managedresources.h"

#include <memory>
#include <vector>

namespace lynceus {

/// An application to wait for, and the images of its manifests.
struct AssignmentTarget
{
    QString name;                                    ///< for messages
    std::vector<ImageReference> images;              ///< from NAME=IMAGE
    std::shared_ptr<const ManagedResources> managed; ///< null: not read; needed only with several targets
};

/// The images that each target waits for, in the order of @p targets: its own, and those of @p images (`--image`). A
/// single target gets all of them. With several, each image goes to the targets whose manifests, desired or live,
/// contain its repository. Error::Kind::BadInput: an image that matches none (with the nearest repositories), or a
/// target without an image.
[[nodiscard]] Result<std::vector<std::vector<ImageReference>>> assignImages(
    const std::vector<AssignmentTarget> &targets, const std::vector<ImageReference> &images,
    const RegistryProxies &proxies);

/// BadInput for an image that no application uses. @p manifestImages: the images that they use, for suggestions.
[[nodiscard]] Error usedByNone(const ImageReference &image, const QStringList &manifestImages);

} // namespace lynceus
