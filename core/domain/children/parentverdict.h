#pragma once

#include "core/domain/watch/watchrecord.h"

#include <optional>
#include <vector>

namespace lynceus {

/// What is known of a parent and of the applications that it stands for.
struct ParentState
{
    std::vector<Verdict> children;  ///< of those that are watched
    bool isComplete = false;        ///< they are all, and nothing about the parent is pending
    std::optional<Blocker> blocker; ///< what is awaited before that
    bool isLate = false;            ///< the deadline has passed, and the parent was looked at after it
};

/// The verdict on a watch with children. Its stage is the one that all of them have reached. While one of them waits,
/// it waits; then releaseOutcome() decides, and it takes cause and blocker from the child that decided.
[[nodiscard]] Verdict parentVerdict(const ParentState &state);

/// Whether @p other is a child's watch that says the same as its parent's @p watch: then the parent is one too many
/// where watches of a release are counted or listed.
[[nodiscard]] bool isSaidByChild(const WatchRecord &watch, const WatchRecord &other);

} // namespace lynceus
