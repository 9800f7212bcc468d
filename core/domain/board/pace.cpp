#include "core/domain/board/pace.h"

#include "core/domain/board/boardlayout.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kNoise{10'000}; ///< an uncached image or a busy node; not worth reporting

} // namespace

std::optional<Pace> paceOf(const WatchRecord &watch, const std::optional<Eta> &eta, Instant now)
{
    const auto &noticed = watch.stageReachedAt.at(std::size_t(Stage::Noticed));
    const auto &verdict = watch.verdict;
    if (!eta || !noticed || watch.isOver() || verdict.cause || isHeldUp(verdict) || verdict.stage >= Stage::Running)
        return std::nullopt;
    const auto lateAt = onOurClock(watch, *noticed) + std::max(eta->p90, eta->median + kNoise);
    return Pace{eta->median, lateAt, now >= lateAt};
}

} // namespace lynceus
