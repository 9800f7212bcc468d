#pragma once

#include "core/domain/watch/watchrecord.h"

#include <array>
#include <span>

namespace lynceus {

/// How one of the five stages of a watch looks: design "Screens".
enum class StageMark {
    ToCome,  ///< empty
    Reached, ///< filled
    Working, ///< ring
    Blocked, ///< dashed: nothing failed, nothing moves
    Failing, ///< cross
    Stopped, ///< dash: it ended before this stage without failing
};

/// noticed, applied, rolling, running, stable.
inline constexpr std::size_t kStageMarkCount = kStageCount - 1;
using StageMarks = std::array<StageMark, kStageMarkCount>;

/// The mark after the last reached stage says how it goes there. Deployed fills all: without a bake time nothing is
/// left to come.
[[nodiscard]] StageMarks stageMarks(const Verdict &verdict);

/// One bar for a whole release: a stage is reached when each watch reached it, and the worst of it shows before.
[[nodiscard]] StageMarks combinedMarks(std::span<const StageMarks> all);

} // namespace lynceus
