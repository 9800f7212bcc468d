#pragma once

#include "core/domain/model/resourcetree.h"

#include <optional>

namespace lynceus {

/// The pods whose logs are offered for a selected resource: the pod itself, or all pods below it; all pods of the tree
/// if nothing is selected. Pods with problems come first, then the newest.
[[nodiscard]] std::vector<ResourceNode> podsToRead(const ResourceTree &tree,
                                                   const std::optional<ResourceNode> &resource);

} // namespace lynceus
