#include "core/domain/watch/usualnotice.h"

#include "core/domain/watch/rollouttimes.h"

#include <algorithm>
#include <vector>

namespace lynceus {

namespace {

constexpr Duration kFirstCheck{5'000}; ///< what is noticed by then was noticed before
constexpr std::size_t kPercent = 75;
constexpr int kSlackPercent = 150;
constexpr Duration kStep{60'000}; ///< an estimate is not exact to the second

std::optional<Duration> waitOf(const WatchRecord &record)
{
    const auto &noticed = record.stageReachedAt[static_cast<std::size_t>(Stage::Noticed)];
    const bool ranAlready = std::ranges::any_of(
        record.verdict.notes, [](const Note &note) { return note.kind == Note::Kind::AlreadyRunning; });
    if (!noticed || ranAlready || record.request.withChildren || record.request.waitForApp)
        return std::nullopt;
    const auto wait = *noticed - record.expectation.registeredAt;
    return wait > kFirstCheck ? std::optional(wait) : std::nullopt;
}

} // namespace

Duration usualNotice(std::span<const WatchRecord> past)
{
    std::vector<Duration> waits;
    for (const auto &record : past) {
        const auto wait = waitOf(record);
        if (wait && waits.size() < kMostSamples)
            waits.push_back(*wait);
    }
    if (waits.size() < kLeastWaits)
        return kDefaultUsualNotice;
    std::ranges::sort(waits);
    const auto most = waits[(waits.size() * kPercent + 99) / 100 - 1] * kSlackPercent / 100;
    return std::max((most + kStep - Duration{1}) / kStep * kStep, kLeastUsualNotice);
}

} // namespace lynceus
