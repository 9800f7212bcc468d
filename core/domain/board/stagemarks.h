#pragma once

#include "core/domain/watch/watchrecord.h"

#include <array>
#include <span>

namespace lynceus {

/// Mark of one of the five stages of a watch; see design "Screens".
enum class StageMark {
    ToCome,  ///< empty
    Reached, ///< filled
    Working, ///< ring
    Blocked, ///< dashed: nothing failed, nothing progresses
    Failing, ///< cross
    Stopped, ///< dash: ended before this stage without a failure
};

/// noticed, applied, rolling, running, stable.
inline constexpr std::size_t kStageMarkCount = kStageCount - 1;
using StageMarks = std::array<StageMark, kStageMarkCount>;

/// The mark after the last reached stage shows the current state. Deployed fills all marks, also without a bake time.
[[nodiscard]] StageMarks stageMarks(const Verdict &verdict);

/// Marks of a release: a stage is reached when all watches have reached it; before that, the worst mark is shown.
[[nodiscard]] StageMarks combinedMarks(std::span<const StageMarks> all);

} // namespace lynceus
