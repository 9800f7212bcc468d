#include "core/domain/watch/rollouttimes.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr std::array kPath{Stage::Noticed, Stage::Applied, Stage::Rolling, Stage::Running, Stage::Stable};

bool ran(const WatchRecord &record)
{
    // With children, it is about other applications.
    return record.request.withChildren || std::ranges::any_of(record.verdict.notes, [](const Note &note) {
               return note.kind == Note::Kind::AlreadyRunning;
           });
}

std::optional<Instant> reached(const WatchRecord &record, Stage stage)
{
    return record.stageReachedAt[static_cast<std::size_t>(stage)];
}

/// Duration between two stages; empty if one of them was not observed.
std::optional<Duration> between(const WatchRecord &record, Stage from, Stage to)
{
    const auto begin = reached(record, from);
    const auto end = reached(record, to);
    return begin && end && *end >= *begin ? std::optional(*end - *begin) : std::nullopt;
}

} // namespace

std::optional<Eta> etaFrom(std::vector<Duration> samples)
{
    samples.resize(std::min(samples.size(), kMostSamples));
    if (samples.size() < kLeastSamples)
        return std::nullopt;
    std::ranges::sort(samples);
    const auto rank = [&](std::size_t percent) { return samples[(samples.size() * percent + 99) / 100 - 1]; };
    return Eta{rank(50), rank(90), static_cast<int>(samples.size())};
}

RolloutTimes rolloutTimes(std::span<const WatchRecord> past, std::span<const DeploymentRecord> history)
{
    std::array<std::vector<Duration>, kStageCount> stages;
    std::vector<Duration> totals;
    for (const auto &record : past) {
        // A watch that found it running did not observe the stages.
        if (record.verdict.outcome != Outcome::Deployed || ran(record))
            continue;
        for (std::size_t at = 1; at < kPath.size(); ++at) {
            if (const auto sample = between(record, kPath[at - 1], kPath[at]))
                stages[static_cast<std::size_t>(kPath[at])].push_back(*sample);
        }
        const auto last = record.expectation.bake > Duration{0} ? Stage::Stable : Stage::Running;
        if (const auto total = between(record, Stage::Noticed, last))
            totals.push_back(*total);
    }
    auto &applied = stages[static_cast<std::size_t>(Stage::Applied)];
    for (auto deployment = history.rbegin(); deployment != history.rend() && applied.size() < kMostSamples;
         ++deployment) {
        if (deployment->startedAt && deployment->deployedAt && *deployment->deployedAt >= *deployment->startedAt)
            applied.push_back(*deployment->deployedAt - *deployment->startedAt);
    }
    RolloutTimes times;
    std::ranges::transform(stages, times.stages.begin(), etaFrom);
    times.total = etaFrom(totals);
    return times;
}

} // namespace lynceus
