#pragma once

#include "core/domain/deployments/deployment.h"

#include <array>
#include <span>

namespace lynceus {

/// The data of a deployment that the metrics need.
struct DeploymentSample
{
    quint64 application = 0; ///< equal for deployments of the same application
    Instant startedAt{};
    std::optional<Instant> endedAt;
    std::optional<Instant> committedAt; ///< time of its commit
    Deployment::Outcome outcome = Deployment::Outcome::InProgress;
    bool isRollback = false;
};

/// The four metrics of a period, each with its number of samples. See docs/deployments.md for definitions. Percentiles
/// use nearest rank.
struct DeploymentNumbers
{
    double perDay = 0; ///< successful deployments
    int deployed = 0;  ///< samples of perDay

    std::optional<Duration> leadMedian;
    std::optional<Duration> leadP90;
    int leadSamples = 0;

    std::optional<double> failureShare; ///< 0 to 1
    int failed = 0;                     ///< failed, timed out, or rolled back
    int judged = 0;                     ///< samples of failureShare

    std::optional<Duration> restoreMedian;
    int restored = 0;   ///< samples of restoreMedian
    int unrestored = 0; ///< failures of applications without a newer deployment until the end of the period

    friend bool operator==(const DeploymentNumbers &, const DeploymentNumbers &) = default;
};

/// @p samples in order of start; those outside [from, until) are ignored.
[[nodiscard]] DeploymentNumbers deploymentNumbers(std::span<const DeploymentSample> samples, Instant from,
                                                  Instant until);

inline constexpr std::size_t kDeploymentOutcomes = 6;
static_assert(static_cast<std::size_t>(Deployment::Outcome::Unknown) + 1 == kDeploymentOutcomes);

/// Number of deployments by outcome that started in a part of the period.
struct DeploymentCount
{
    Instant from{};
    std::array<int, kDeploymentOutcomes> byOutcome{}; ///< index: Deployment::Outcome

    [[nodiscard]] int all() const;

    friend bool operator==(const DeploymentCount &, const DeploymentCount &) = default;
};

/// Splits the period into parts of @p length, the last possibly shorter; uses longer parts if there would be more than
/// kMostParts.
inline constexpr int kMostParts = 400;
[[nodiscard]] std::vector<DeploymentCount> deploymentCounts(std::span<const DeploymentSample> samples, Instant from,
                                                            Instant until, Duration length);

/// A period and the previous period of the same length.
struct DeploymentTrend
{
    Instant from{};
    Instant until{};
    DeploymentNumbers now;
    DeploymentNumbers before;
    std::vector<DeploymentCount> counts; ///< by day; by hour if the period has at most two days
};

/// @p samples: from one length of the period before @p from.
[[nodiscard]] DeploymentTrend deploymentTrend(std::span<const DeploymentSample> samples, Instant from, Instant until);

/// The data for deploymentNumbers().
[[nodiscard]] DeploymentSample sampleOf(const Deployment &deployment);
/// DeploymentSample::application. The same on every computer, because it is stored.
[[nodiscard]] quint64 subjectOf(const ApplicationKey &application);

} // namespace lynceus
