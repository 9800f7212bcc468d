#pragma once

#include "core/domain/model/resourcetree.h"

#include <optional>

namespace lynceus {

/// The pods whose logs are offered for a selected resource: itself, or all below it, never those of others; all of the
/// tree if nothing is selected. Those with problems first, then the newest.
[[nodiscard]] std::vector<ResourceNode> podsToRead(const ResourceTree &tree,
                                                   const std::optional<ResourceNode> &resource);

} // namespace lynceus
