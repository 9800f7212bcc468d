#pragma once

#include "core/domain/model/changeset.h"
#include "core/domain/watch/watchrecord.h"

namespace lynceus {

/// Whether one of @p changes is about the application of @p watch. A watch without a namespace is about any of its
/// name.
[[nodiscard]] bool concerns(const ChangeSet &changes, const WatchRecord &watch);

} // namespace lynceus
