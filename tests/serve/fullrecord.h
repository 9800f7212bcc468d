#pragma once

#include "core/domain/watch/watchrecord.h"

namespace lynceus::test {

/// A failed watch in whose verdict every field has a value.
[[nodiscard]] WatchRecord recordWithEverything();

} // namespace lynceus::test
