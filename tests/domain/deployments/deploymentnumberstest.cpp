// The numbers were computed by hand. docs/deployments.md has the definitions and the first of these examples.
#include "core/domain/deployments/deploymentnumbers.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace lynceus {
namespace {

using Outcome = Deployment::Outcome;

constexpr Instant kZero{1'000'000s};

/// Starts at @p at, ends @p took later; its commit was made @p lead before the start.
DeploymentSample sample(quint64 application, Duration at, Outcome outcome, Duration took = 60s,
                        std::optional<Duration> lead = std::nullopt)
{
    DeploymentSample made{application, kZero + at, kZero + at + took, {}, outcome, false};
    if (lead)
        made.committedAt = kZero + at - *lead;
    return made;
}

DeploymentSample rollback(quint64 application, Duration at)
{
    auto made = sample(application, at, Outcome::Deployed);
    made.isRollback = true;
    return made;
}

TEST(DeploymentNumbers, MatchTheDocumentedExample)
{
    // Two days. shop-web: deployed, failed at 10:10, deployed at 10:50. shop-api: deployed, rolled back 30 min later.
    const std::vector samples{
        sample(1, 8h, Outcome::Deployed, 10min, 50min),               // lead 1 h
        sample(2, 9h, Outcome::Deployed, 5min, 1h + 55min),           // lead 2 h; rolled back: failed at 09:05
        rollback(2, 9h + 30min),                                      // restored at 09:31: 26 min
        sample(1, 10h, Outcome::Failed, 10min, 10min),                // failed at 10:10
        sample(1, 10h + 40min, Outcome::Deployed, 10min, 2h + 50min), // lead 3 h; restored at 10:50: 40 min
    };
    const auto numbers = deploymentNumbers(samples, kZero, kZero + 48h);
    EXPECT_EQ(numbers.deployed, 4);
    EXPECT_DOUBLE_EQ(numbers.perDay, 2.0);
    EXPECT_EQ(numbers.leadSamples, 3);
    EXPECT_EQ(numbers.leadMedian, Duration(2h));
    EXPECT_EQ(numbers.leadP90, Duration(3h));
    EXPECT_EQ(numbers.judged, 5);
    EXPECT_EQ(numbers.failed, 2);
    EXPECT_DOUBLE_EQ(numbers.failureShare.value(), 0.4);
    EXPECT_EQ(numbers.restored, 2);
    EXPECT_EQ(numbers.restoreMedian, Duration(26min));
    EXPECT_EQ(numbers.unrestored, 0);
}

TEST(DeploymentNumbers, WithoutDeploymentsThereAreNoNumbers)
{
    const auto numbers = deploymentNumbers({}, kZero, kZero + 24h);
    EXPECT_EQ(numbers, DeploymentNumbers());
    EXPECT_FALSE(numbers.failureShare) << "0 % would be misleading";
    EXPECT_EQ(deploymentNumbers({}, kZero, kZero), DeploymentNumbers()) << "no period";
}

TEST(DeploymentNumbers, UnjudgedDeploymentsAreNotSampled)
{
    const std::vector samples{sample(1, 1h, Outcome::Superseded), sample(1, 2h, Outcome::Unknown),
                              sample(1, 3h, Outcome::InProgress)};
    EXPECT_EQ(deploymentNumbers(samples, kZero, kZero + 24h), DeploymentNumbers());
}

TEST(DeploymentNumbers, ConsecutiveFailuresAreOneOutage)
{
    const std::vector samples{sample(1, 1h, Outcome::Failed, 10min),
                              sample(2, 1h + 5min, Outcome::Deployed), // another application
                              sample(1, 2h, Outcome::TimedOut, 15min), sample(1, 3h, Outcome::Deployed, 10min),
                              sample(3, 4h, Outcome::Failed)};
    const auto numbers = deploymentNumbers(samples, kZero, kZero + 24h);
    EXPECT_EQ(numbers.restored, 1);
    EXPECT_EQ(numbers.restoreMedian, Duration(2h)) << "from 01:10 to 03:10";
    EXPECT_EQ(numbers.unrestored, 1);
    EXPECT_DOUBLE_EQ(numbers.failureShare.value(), 3.0 / 5.0);
}

TEST(DeploymentNumbers, RollbackAfterAFailureIsNotASecondFailure)
{
    const std::vector samples{sample(1, 1h, Outcome::Deployed), sample(1, 2h, Outcome::Failed, 10min), rollback(1, 3h)};
    const auto numbers = deploymentNumbers(samples, kZero, kZero + 24h);
    EXPECT_EQ(numbers.failed, 1);
    EXPECT_EQ(numbers.restoreMedian, Duration(51min)) << "from 02:10 to 03:01";
}

TEST(DeploymentNumbers, LeadTimesExcludeRollbacksAndWrongClocks)
{
    auto back = rollback(1, 2h);
    back.committedAt = kZero - 240h;
    auto future = sample(1, 3h, Outcome::Deployed);
    future.committedAt = kZero + 100h;
    const std::vector samples{sample(1, 1h, Outcome::Deployed, 1min, 9min), back, future};
    const auto numbers = deploymentNumbers(samples, kZero, kZero + 24h);
    EXPECT_EQ(numbers.leadSamples, 1);
    EXPECT_EQ(numbers.leadMedian, Duration(10min));
}

TEST(DeploymentNumbers, PercentilesUseNearestRank)
{
    std::vector<DeploymentSample> samples;
    for (int i = 1; i <= 10; ++i)
        samples.push_back(sample(1, i * 1h, Outcome::Deployed, 0s, i * 1min));
    const auto numbers = deploymentNumbers(samples, kZero, kZero + 24h);
    EXPECT_EQ(numbers.leadMedian, Duration(5min));
    EXPECT_EQ(numbers.leadP90, Duration(9min));
}

TEST(DeploymentNumbers, PeriodIncludesItsStartAndExcludesItsEnd)
{
    const std::vector samples{sample(1, -1s, Outcome::Deployed), sample(1, 0s, Outcome::Deployed),
                              sample(1, 24h, Outcome::Deployed)};
    EXPECT_EQ(deploymentNumbers(samples, kZero, kZero + 24h).deployed, 1);
    const auto trend = deploymentTrend(samples, kZero, kZero + 24h);
    EXPECT_EQ(trend.now.deployed, 1);
    EXPECT_EQ(trend.before.deployed, 1);
}

TEST(DeploymentNumbers, CountsAreDailyAndForShortPeriodsHourly)
{
    const std::vector samples{sample(1, 1h, Outcome::Deployed), sample(1, 1h + 1s, Outcome::Failed),
                              sample(1, 25h, Outcome::Deployed)};
    const auto week = deploymentTrend(samples, kZero, kZero + 7 * 24h).counts;
    ASSERT_EQ(week.size(), 7U);
    EXPECT_EQ(week[0].all(), 2);
    EXPECT_EQ(week[0].byOutcome[static_cast<std::size_t>(Outcome::Failed)], 1);
    EXPECT_EQ(week[1].all(), 1);
    EXPECT_EQ(week[6].all(), 0);
    const auto day = deploymentTrend(samples, kZero, kZero + 24h).counts;
    ASSERT_EQ(day.size(), 24U);
    EXPECT_EQ(day[1].all(), 2);
    EXPECT_EQ(deploymentTrend(samples, kZero, kZero + 24h + 1ms).counts.size(), 25U) << "a part of an hour";
    const auto years = deploymentCounts(samples, kZero, kZero + 24h * 36'500, 24h);
    EXPECT_LE(years.size(), static_cast<std::size_t>(kMostParts));
    EXPECT_EQ(years.front().all(), 3);
}

TEST(DeploymentNumbers, SampleMatchesItsDeployment)
{
    Deployment deployment;
    deployment.application = {QStringLiteral("prod"), QStringLiteral("argocd"), QStringLiteral("web")};
    deployment.kind = Deployment::Kind::Rollback;
    deployment.outcome = Outcome::Deployed;
    deployment.startedAt = kZero;
    deployment.endedAt = kZero + 1min;
    deployment.commit = RevisionMetadata{{}, {}, kZero - 1h};
    const auto made = sampleOf(deployment);
    EXPECT_TRUE(made.isRollback);
    EXPECT_EQ(made.endedAt, deployment.endedAt);
    EXPECT_EQ(made.committedAt, kZero - 1h);
    auto other = deployment.application;
    EXPECT_EQ(made.application, subjectOf(other));
    other.nameSpace = QStringLiteral("argocdweb");
    other.name.clear();
    EXPECT_NE(made.application, subjectOf(other));
}

} // namespace
} // namespace lynceus
