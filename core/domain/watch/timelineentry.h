#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/time/time.h"

#include <QStringList>

namespace lynceus {

/// One observed change during a watched rollout.
struct TimelineEntry
{
    Instant at{}; ///< server's clock
    enum class Kind {
        Stage,     ///< `text`: stable name of the stage
        Operation, ///< phase and message of the operation
        Resource,  ///< a node of the tree appeared, changed its health or was removed
        Blocker,   ///< stable name; empty when it ended
        Cause,     ///< stable name; empty when it healed
        Access,    ///< the instance cannot be read, or can be read again
        Outcome,
    };
    Kind kind = Kind::Stage;
    ResourceKey resource; ///< empty kind: the application itself
    QString text;         ///< the new state, e.g. "Degraded: CrashLoopBackOff"; "gone" for a removed resource
    QStringList images;   ///< for pods

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// Stable names for output and storage: "stage", "operation", …
[[nodiscard]] QString nameOf(TimelineEntry::Kind kind);

} // namespace lynceus
