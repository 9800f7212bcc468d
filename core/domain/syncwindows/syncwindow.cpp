#include "core/domain/syncwindows/syncwindow.h"

#include "core/domain/syncwindows/cronschedule.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr int kMostSteps = 2'000; // limits the cost of windows that always overlap

/// A window with a valid schedule.
struct Plan
{
    bool denies = false;
    CronSchedule schedule;
    Duration duration{0};

    /// A window is open from each start for its duration, the end excluded (types.go, SyncWindows.active).
    [[nodiscard]] bool isActive(Instant at) const { return schedule.nextAfter(at - duration, at).has_value(); }

    /// The first time after @p at at which it may open or close.
    [[nodiscard]] std::optional<Instant> nextChange(Instant at, Instant last) const
    {
        const auto start = schedule.nextAfter(at, last);
        const auto running = schedule.nextAfter(at - duration, at);
        if (!running)
            return start;
        const auto end = *running + duration;
        return start ? std::min(*start, end) : end;
    }
};

std::optional<Plan> planOf(const SyncWindow &window)
{
    const auto schedule = CronSchedule::parse(window.schedule);
    const auto duration = parseDuration(window.duration);
    if (!schedule || !duration || *duration > kSyncWindowSearch)
        return std::nullopt;
    return Plan{window.kind == "deny"_L1, *schedule, *duration};
}

/// The rule, with functions that tell which windows are active.
template<typename Windows, typename Denies, typename Active>
bool isBlocked(const Windows &windows, Denies denies, Active active)
{
    if (std::ranges::any_of(windows, [&](const auto &window) { return denies(window) && active(window); }))
        return true;
    const auto allows = [&](const auto &window) { return !denies(window); };
    return std::ranges::any_of(windows, allows)
        && std::ranges::none_of(windows, [&](const auto &window) { return allows(window) && active(window); });
}

std::optional<Instant> endOfBlock(const std::vector<Plan> &plans, Instant now)
{
    const Instant last = now + kSyncWindowSearch;
    auto at = now;
    for (int step = 0; step < kMostSteps; ++step) {
        if (!isBlocked(
                plans, [](const Plan &plan) { return plan.denies; },
                [at](const Plan &plan) { return plan.isActive(at); }))
            return at;
        std::optional<Instant> next;
        for (const auto &plan : plans) {
            if (const auto change = plan.nextChange(at, last); change && (!next || *change < *next))
                next = change;
        }
        if (!next || *next > last)
            return std::nullopt;
        at = *next;
    }
    return std::nullopt;
}

} // namespace

SyncWindowBlock automatedSyncBlock(const SyncWindows &windows, Instant now)
{
    auto assigned = windows.assigned;
    for (const auto &window : windows.active) {
        if (std::ranges::find(assigned, window) == assigned.end())
            assigned.push_back(window);
    }
    const auto saidActive = [&windows](const SyncWindow &window) {
        return std::ranges::find(windows.active, window) != windows.active.end();
    };
    if (!isBlocked(
            assigned, [](const SyncWindow &window) { return window.kind == "deny"_L1; }, saidActive))
        return {};

    std::vector<Plan> plans;
    for (const auto &window : assigned) {
        const auto plan = planOf(window);
        if (!plan || plan->isActive(now) != saidActive(window))
            return {true, std::nullopt};
        plans.push_back(*plan);
    }
    return {true, endOfBlock(plans, now)};
}

} // namespace lynceus
