#pragma once

#include "core/domain/model/diff.h"
#include "core/domain/rollout/verdict.h"

#include <optional>

namespace lynceus {

/// Which past verdicts are wanted; empty fields do not restrict. Newest first.
struct HistoryQuery
{
    QString text;                  ///< part of application, image, release, cause message or note
    QString instance;              ///< Instance::id
    QString application;           ///< exact name
    std::vector<Outcome> outcomes; ///< any of them
    std::optional<Instant> from;   ///< ended no earlier (our clock)
    std::optional<Instant> until;  ///< ended before
    int limit = 1'000;
};

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

} // namespace lynceus
