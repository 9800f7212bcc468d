#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/watch/watchrecord.h"

namespace lynceus {

/// Whether @p changes include the application of @p watch. A watch without a namespace matches any namespace.
[[nodiscard]] bool concerns(const ChangeSet &changes, const WatchRecord &watch);

} // namespace lynceus
