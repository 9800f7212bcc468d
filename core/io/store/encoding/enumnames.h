#pragma once

#include "core/domain/rollout/verdict/verdict.h"
#include "core/domain/watch/timelineentry.h"

#include <type_traits>

namespace lynceus {

/// The last enumerator of an enum that is stored by name: values may be reordered between versions, names may not.
template<typename E>
struct LastOf;

#define LYNCEUS_LAST_OF(Enum, Last)                                                                                    \
    template<>                                                                                                         \
    struct LastOf<Enum>                                                                                                \
    {                                                                                                                  \
        static constexpr Enum kValue = Enum::Last;                                                                     \
    }

LYNCEUS_LAST_OF(HealthStatus, Unknown);
LYNCEUS_LAST_OF(SyncStatus, OutOfSync);
LYNCEUS_LAST_OF(OperationPhase, Succeeded);
LYNCEUS_LAST_OF(Stage, Stable);
LYNCEUS_LAST_OF(Outcome, Cancelled);
LYNCEUS_LAST_OF(Blocker::Kind, RevisionUnproven);
LYNCEUS_LAST_OF(Cause::Kind, RolledBack);
LYNCEUS_LAST_OF(Note::Kind, NothingToApply);
LYNCEUS_LAST_OF(ExpectedVersion::Kind, Next);
LYNCEUS_LAST_OF(TimelineEntry::Kind, Outcome);

#undef LYNCEUS_LAST_OF

/// Empty if no enumerator has this name.
template<typename E>
[[nodiscard]] std::optional<E> enumFrom(const QString &name)
{
    for (int value = 0; value <= static_cast<int>(LastOf<E>::kValue); ++value) {
        const auto candidate = static_cast<E>(value);
        if (nameOf(candidate) == name)
            return candidate;
    }
    return std::nullopt;
}

} // namespace lynceus
