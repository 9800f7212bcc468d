#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/domain/model/status.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/engine/instances/instancestate.h"

#include <QLatin1StringView>

namespace lynceus {

/// State = shape + colour + word, always the same three.
struct StateMark
{
    QLatin1StringView glyph;
    StateRole role = StateRole::Neutral;
    QString word; ///< translated, but for Argo CD's own words, which people search for
};

[[nodiscard]] StateMark markOf(HealthStatus status);
/// An operation that runs is shown instead of the sync status: "Syncing".
[[nodiscard]] StateMark markOf(SyncStatus status, OperationPhase operation = OperationPhase::None);
/// While waiting: "Failing" with a cause, "Blocked" with a blocker.
[[nodiscard]] StateMark markOf(const Verdict &verdict);
[[nodiscard]] StateMark markOf(Connection connection);

} // namespace lynceus
