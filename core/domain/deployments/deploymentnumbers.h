#pragma once

#include "core/domain/deployments/deployment.h"

#include <array>
#include <span>

namespace lynceus {

/// What the numbers need of a deployment.
struct DeploymentSample
{
    quint64 application = 0; ///< the same for deployments of the same application
    Instant startedAt{};
    std::optional<Instant> endedAt;
    std::optional<Instant> committedAt; ///< when its commit was made
    Deployment::Outcome outcome = Deployment::Outcome::InProgress;
    bool isRollback = false;
};

/// The four numbers of a period, each with the number of samples that it is made of. docs/deployments.md has the
/// definitions. Percentiles are by nearest rank.
struct DeploymentNumbers
{
    double perDay = 0; ///< deployed ones
    int deployed = 0;  ///< samples of perDay

    std::optional<Duration> leadMedian;
    std::optional<Duration> leadP90;
    int leadSamples = 0;

    std::optional<double> failureShare; ///< 0 to 1
    int failed = 0;                     ///< deployments that failed, timed out, or were rolled back
    int judged = 0;                     ///< samples of failureShare

    std::optional<Duration> restoreMedian;
    int restored = 0;   ///< samples of restoreMedian
    int unrestored = 0; ///< failures of applications that ran no newer deployment until the end of the period

    friend bool operator==(const DeploymentNumbers &, const DeploymentNumbers &) = default;
};

/// @p samples in the order of their starts; those that started outside of [from, until) are left out.
[[nodiscard]] DeploymentNumbers deploymentNumbers(std::span<const DeploymentSample> samples, Instant from,
                                                  Instant until);

inline constexpr std::size_t kDeploymentOutcomes = 6;
static_assert(static_cast<std::size_t>(Deployment::Outcome::Unknown) + 1 == kDeploymentOutcomes);

/// How many deployments with which outcome began in a part of the period.
struct DeploymentCount
{
    Instant from{};
    std::array<int, kDeploymentOutcomes> byOutcome{}; ///< by Deployment::Outcome

    [[nodiscard]] int all() const;

    friend bool operator==(const DeploymentCount &, const DeploymentCount &) = default;
};

/// The period in parts of @p length, the last one perhaps shorter; kMostParts at most, then parts are longer.
inline constexpr int kMostParts = 400;
[[nodiscard]] std::vector<DeploymentCount> deploymentCounts(std::span<const DeploymentSample> samples, Instant from,
                                                            Instant until, Duration length);

/// A period and the one of the same length before it.
struct DeploymentTrend
{
    Instant from{};
    Instant until{};
    DeploymentNumbers now;
    DeploymentNumbers before;
    std::vector<DeploymentCount> counts; ///< of the period, by day; by hour where it is at most two days
};

/// @p samples from one length of the period before @p from on.
[[nodiscard]] DeploymentTrend deploymentTrend(std::span<const DeploymentSample> samples, Instant from, Instant until);

/// What deploymentNumbers() needs of it.
[[nodiscard]] DeploymentSample sampleOf(const Deployment &deployment);
/// DeploymentSample::application: the same on every computer, because stores have it.
[[nodiscard]] quint64 subjectOf(const ApplicationKey &application);

} // namespace lynceus
