#pragma once

#include "app/gui/applications/applicationrow.h"
#include "core/engine/instances/instancestate.h"

#include <QString>

namespace lynceus {

[[nodiscard]] QString titleOf(ApplicationColumn column);
/// The text of a cell at @p now (local clock), as drawn, read aloud and copied.
[[nodiscard]] QString textOf(const ApplicationRow &row, const InstanceState &instance, ApplicationColumn column,
                             Instant now);

} // namespace lynceus
