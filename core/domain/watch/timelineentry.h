#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/ids.h"

#include <QStringList>

namespace lynceus {

/// One observed difference of a watched rollout.
struct TimelineEntry
{
    Instant at{}; ///< server's clock
    enum class Kind {
        Stage,     ///< `text` is the stage's stable name
        Operation, ///< phase and message of the operation
        Resource,  ///< a node of the tree appeared, changed its health or went
        Blocker,   ///< stable name, empty when it was lifted
        Cause,     ///< stable name, empty when it healed
        Access,    ///< the instance could not be read, or can again
        Outcome,
    };
    Kind kind = Kind::Stage;
    ResourceKey resource; ///< empty kind: the application itself
    QString text;         ///< the new state, e.g. "Degraded: CrashLoopBackOff"; "gone" for a resource that went
    QStringList images;   ///< pods

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// Stable names for output and storage: "stage", "operation", …
[[nodiscard]] QString nameOf(TimelineEntry::Kind kind);

} // namespace lynceus
