#include "core/domain/deployments/deploymentnumbers.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lynceus {

namespace {

constexpr Duration kDay = std::chrono::hours(24);
constexpr Duration kHour = std::chrono::hours(1);

bool isFailure(Deployment::Outcome outcome)
{
    return outcome == Deployment::Outcome::Failed || outcome == Deployment::Outcome::TimedOut;
}

std::span<const DeploymentSample> startedIn(std::span<const DeploymentSample> samples, Instant from, Instant until)
{
    const auto first = std::ranges::lower_bound(samples, from, {}, &DeploymentSample::startedAt);
    const auto last = std::ranges::lower_bound(samples, until, {}, &DeploymentSample::startedAt);
    return {first, std::max(first, last)};
}

/// The smallest value that is at least @p share of all; @p values must not be empty and are reordered.
Duration nearestRank(std::vector<Duration> &values, double share)
{
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(values.size())));
    const auto at = values.begin() + std::max<std::ptrdiff_t>(rank - 1, 0);
    std::ranges::nth_element(values, at);
    return *at;
}

/// Commits of rollbacks are old, and clocks may be wrong: such values do not show how fast changes arrive.
void countLeadTimes(std::span<const DeploymentSample> samples, DeploymentNumbers &numbers)
{
    std::vector<Duration> leads;
    for (const auto &sample : samples) {
        const bool isSample = sample.outcome == Deployment::Outcome::Deployed && !sample.isRollback
            && sample.committedAt && sample.endedAt && *sample.endedAt >= *sample.committedAt;
        if (isSample)
            leads.push_back(*sample.endedAt - *sample.committedAt);
    }
    numbers.leadSamples = static_cast<int>(leads.size());
    if (leads.empty())
        return;
    numbers.leadMedian = nearestRank(leads, 0.5);
    numbers.leadP90 = nearestRank(leads, 0.9);
}

/// State of one application while its deployments are processed in order.
struct Course
{
    std::optional<Instant> brokenSince;
    std::optional<Instant> deployedAt; ///< of the newest deployment, if its outcome is Deployed
};

/// A rollback marks the previous deployment as a failure, although it was running.
void countFailures(std::span<const DeploymentSample> samples, DeploymentNumbers &numbers)
{
    QHash<quint64, Course> courses;
    std::vector<Duration> restores;
    for (const auto &sample : samples) {
        const bool isDeployed = sample.outcome == Deployment::Outcome::Deployed;
        if (!isDeployed && !isFailure(sample.outcome))
            continue;
        ++numbers.judged;
        auto &course = courses[sample.application];
        if (sample.isRollback && course.deployedAt) {
            ++numbers.failed;
            course.brokenSince = course.deployedAt;
        }
        const auto endedAt = sample.endedAt.value_or(sample.startedAt);
        course.deployedAt = isDeployed && !sample.isRollback ? std::optional(endedAt) : std::nullopt;
        if (!isDeployed) {
            ++numbers.failed;
            if (!course.brokenSince)
                course.brokenSince = endedAt;
        } else if (course.brokenSince) {
            restores.push_back(std::max(endedAt - *course.brokenSince, Duration{0}));
            course.brokenSince.reset();
        }
    }
    numbers.restored = static_cast<int>(restores.size());
    numbers.unrestored = static_cast<int>(
        std::ranges::count_if(courses, [](const Course &course) { return course.brokenSince.has_value(); }));
    if (numbers.judged > 0)
        numbers.failureShare = static_cast<double>(numbers.failed) / numbers.judged;
    if (!restores.empty())
        numbers.restoreMedian = nearestRank(restores, 0.5);
}

} // namespace

DeploymentNumbers deploymentNumbers(std::span<const DeploymentSample> samples, Instant from, Instant until)
{
    DeploymentNumbers numbers;
    if (until <= from)
        return numbers;
    const auto inside = startedIn(samples, from, until);
    numbers.deployed =
        static_cast<int>(std::ranges::count(inside, Deployment::Outcome::Deployed, &DeploymentSample::outcome));
    const auto days = static_cast<double>((until - from).count()) / static_cast<double>(kDay.count());
    numbers.perDay = numbers.deployed / days;
    countLeadTimes(inside, numbers);
    countFailures(inside, numbers);
    return numbers;
}

int DeploymentCount::all() const
{
    return std::accumulate(byOutcome.begin(), byOutcome.end(), 0);
}

std::vector<DeploymentCount> deploymentCounts(std::span<const DeploymentSample> samples, Instant from, Instant until,
                                              Duration length)
{
    std::vector<DeploymentCount> counts;
    if (until <= from || length <= Duration{0})
        return counts;
    const auto all = (until - from + length - Duration{1}) / length;
    const auto part = length * ((all + kMostParts - 1) / kMostParts);
    for (auto at = from; at < until; at += part)
        counts.push_back({at, {}});
    for (const auto &sample : startedIn(samples, from, until)) {
        auto &count = counts[static_cast<std::size_t>((sample.startedAt - from) / part)];
        ++count.byOutcome[static_cast<std::size_t>(sample.outcome)];
    }
    return counts;
}

DeploymentTrend deploymentTrend(std::span<const DeploymentSample> samples, Instant from, Instant until)
{
    const auto length = until - from;
    return {from, until, deploymentNumbers(samples, from, until), deploymentNumbers(samples, from - length, from),
            deploymentCounts(samples, from, until, length <= 2 * kDay ? kHour : kDay)};
}

DeploymentSample sampleOf(const Deployment &deployment)
{
    return {subjectOf(deployment.application),
            deployment.startedAt,
            deployment.endedAt,
            deployment.commit ? deployment.commit->date : std::nullopt,
            deployment.outcome,
            deployment.kind == Deployment::Kind::Rollback};
}

quint64 subjectOf(const ApplicationKey &application)
{
    quint64 hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const auto &part : {application.instance, application.nameSpace, application.name}) {
        for (const char byte : part.toUtf8())
            hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
        hash = (hash ^ 0xffU) * 0x100000001b3ULL; // not a byte of UTF-8
    }
    return hash >> 16; // 48 bits take 6 bytes in a store, and distinguish millions of applications
}

} // namespace lynceus
