#pragma once

#include "core/io/settings/preferences.h"

namespace lynceus {

/// All windows follow at once. System: as the language of the window reads.
void applyDirection(Preferences::Direction direction);

} // namespace lynceus
