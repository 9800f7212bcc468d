#pragma once

#include "app/gui/applications/applicationrow.h"
#include "core/engine/instances/instancestate.h"

#include <QString>

namespace lynceus {

[[nodiscard]] QString titleOf(ApplicationColumn column);
/// What the column says of a row at @p now (our clock): drawn, read aloud and copied alike.
[[nodiscard]] QString textOf(const ApplicationRow &row, const InstanceState &instance, ApplicationColumn column,
                             Instant now);

} // namespace lynceus
