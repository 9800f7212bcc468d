#pragma once

#include "core/domain/watch/watchrecord.h"

#include <optional>
#include <vector>

namespace lynceus {

/// State of a parent and its applications.
struct ParentState
{
    std::vector<Verdict> children;  ///< of the children with a watch
    bool isComplete = false;        ///< these are all, and nothing about the parent is pending
    std::optional<Blocker> blocker; ///< what is pending
    bool isLate = false;            ///< the deadline has passed, and the parent was checked after it
};

/// The verdict of a watch with children. Its stage is the one that all children have reached. While a child waits, it
/// waits; then releaseOutcome() decides, with cause and blocker of the child that decided.
[[nodiscard]] Verdict parentVerdict(const ParentState &state);

/// Whether @p other is the watch of a child with the same content as its parent's @p watch. The parent is then omitted
/// when watches of a release are counted or listed.
[[nodiscard]] bool isSaidByChild(const WatchRecord &watch, const WatchRecord &other);

} // namespace lynceus
