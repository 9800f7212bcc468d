#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/domain/model/status.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/engine/instances/instancestate.h"

#include <QLatin1StringView>

namespace lynceus {

/// Shape, colour and word of a state, the same everywhere.
struct StateMark
{
    QLatin1StringView glyph;
    StateRole role = StateRole::Neutral;
    QString word; ///< translated, except for words of Argo CD, which users search for
};

[[nodiscard]] StateMark markOf(HealthStatus status);
/// A running operation replaces the sync status: "Syncing".
[[nodiscard]] StateMark markOf(SyncStatus status, OperationPhase operation = OperationPhase::None);
/// While waiting: "Failing" with a cause, "Blocked" with a blocker.
[[nodiscard]] StateMark markOf(const Verdict &verdict);
[[nodiscard]] StateMark markOf(Connection connection);

} // namespace lynceus
