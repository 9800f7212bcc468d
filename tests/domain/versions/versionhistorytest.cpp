#include "core/domain/versions/versionhistory.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

using Outcome = Deployment::Outcome;

constexpr auto kWeb = "ghcr.io/acme/web"_L1;

ApplicationKey key(const QString &name)
{
    return {u"dev"_s, u"argocd"_s, name};
}

Deployment deployment(const QString &name, int minute, const QString &from, const QString &to,
                      Outcome outcome = Outcome::Deployed)
{
    Deployment made;
    made.application = key(name);
    made.images = {{QString(kWeb), QStringList{from}, QStringList{to}}};
    made.outcome = outcome;
    made.startedAt = Instant{std::chrono::minutes(minute)};
    return made;
}

/// "2 since 5", in minutes; "-" if unknown.
std::string textOf(const std::optional<VersionLag> &lag)
{
    if (!lag)
        return "-";
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(lag->since.time_since_epoch()).count();
    return std::to_string(lag->deployments) + " since " + std::to_string(minutes);
}

TEST(VersionHistory, CountsDeploymentsOfTheOtherEnvironmentSince)
{
    VersionHistory history;
    const std::vector<Deployment> all = {
        deployment(u"web"_s, 5, u"1.1"_s, u"1.2"_s),
        deployment(u"web"_s, 1, u"1.0"_s, u"1.1"_s),
        deployment(u"web"_s, 6, u"1.2"_s, u"1.3"_s, Outcome::Failed),
        deployment(u"web"_s, 7, u"1.2"_s, u"1.4"_s, Outcome::InProgress),
    };
    for (const auto &one : all)
        history.take(one);
    const auto lag = [&](const QStringList &versions, const QStringList &names = {u"web"_s}) {
        std::vector<ApplicationKey> ahead;
        for (const auto &name : names)
            ahead.push_back(key(name));
        return textOf(history.lag(QString(kWeb), versions, ahead));
    };
    EXPECT_EQ(lag({u"1.1"_s}), "2 since 5") << "the failed deployment does not count";
    EXPECT_EQ(lag({u"1.0"_s}), "3 since 1");
    EXPECT_EQ(lag({u"1.2"_s}), "1 since 7");
    EXPECT_EQ(lag({u"0.9"_s}), "-") << "older than the known history";
    EXPECT_EQ(lag({u"1.2"_s, u"1.0"_s}), "3 since 1") << "the oldest of several versions";
    EXPECT_EQ(textOf(history.lag(u"ghcr.io/acme/api"_s, {u"1.0"_s}, {key(u"web"_s)})), "-");
    EXPECT_EQ(lag({u"1.0"_s}, {}), "-");
    history.take(deployment(u"web-b"_s, 2, u"1.0"_s, u"1.4"_s));
    EXPECT_EQ(lag({u"1.0"_s}, {u"web-b"_s, u"web"_s}), "3 since 1") << "the application that is furthest behind";
    EXPECT_EQ(lag({u"1.0"_s}, {u"web-b"_s}), "1 since 2");
    history.take(deployment(u"web"_s, 7, u"1.2"_s, u"1.4"_s, Outcome::TimedOut));
    EXPECT_EQ(lag({u"1.2"_s}), "1 since 7") << "no deployment succeeded, but another version runs";
    history.take(deployment(u"web"_s, 8, u"1.4"_s, u"1.2"_s)); // and rolled back
    history.take(deployment(u"web"_s, 9, u"1.2"_s, u"1.5"_s));
    EXPECT_EQ(lag({u"1.2"_s}), "1 since 9") << "the version ran there until then";
}

TEST(VersionHistory, ChartsAndHooks)
{
    VersionHistory history;
    auto chart = deployment(u"web"_s, 1, {}, {});
    chart.images = {{u"ghcr.io/acme/migrate"_s, {u"1"_s}, {u"2"_s}, true}};
    chart.chartFrom = u"1.0.0"_s;
    chart.chartTo = u"1.1.0"_s;
    history.take(chart);
    EXPECT_EQ(textOf(history.lag(u"https://charts.acme.example/web"_s, {u"1.0.0"_s}, {key(u"web"_s)})), "1 since 1");
    EXPECT_EQ(textOf(history.lag(u"ghcr.io/acme/migrate"_s, {u"1"_s}, {key(u"web"_s)})), "-") << "a hook runs nowhere";
    EXPECT_EQ(history.since(key(u"web"_s), u"https://charts.acme.example/web"_s, u"1.1.0"_s), Instant{1min});
}

TEST(VersionHistory, ReportsSinceWhenAVersionRuns)
{
    VersionHistory history;
    const auto since = [&](const QString &version) { return history.since(key(u"web"_s), QString(kWeb), version); };
    EXPECT_FALSE(since(u"1.1"_s));
    history.take(deployment(u"web"_s, 1, u"1.0"_s, u"1.1"_s));
    history.take(deployment(u"web"_s, 2, u"1.1"_s, u"1.2"_s, Outcome::Failed));
    EXPECT_EQ(since(u"1.1"_s), Instant{1min}) << "the next deployment failed";
    history.take(deployment(u"web"_s, 3, u"1.1"_s, u"1.3"_s));
    EXPECT_EQ(since(u"1.3"_s), Instant{3min});
    EXPECT_FALSE(since(u"1.1"_s)) << "the version should have been replaced; the rollback is unknown";
}

} // namespace

} // namespace lynceus
