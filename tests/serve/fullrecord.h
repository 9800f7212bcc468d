#pragma once

#include "core/domain/watch/watchrecord.h"

namespace lynceus::test {

/// A watch that has failed, and of whose verdict nothing is empty.
[[nodiscard]] WatchRecord recordWithEverything();

} // namespace lynceus::test
