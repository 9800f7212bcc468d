// Plays every recording through `lynceus serve` in real time, while its processes are killed at random times. The
// verdicts must be those of `wait`. LYNCEUS_SEED repeats a run.
#include "tests/cli/servefleet.h"
#include "tests/support/postgrescluster.h"

#include <random>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kLongest{420'000}; // time for the recordings and for takeovers

unsigned seed()
{
    bool isNumber = false;
    const auto given = qEnvironmentVariableIntValue("LYNCEUS_SEED", &isNumber);
    const auto seed = isNumber ? static_cast<unsigned>(given) : std::random_device()();
    std::printf("LYNCEUS_SEED=%u\n", seed);
    return seed;
}

/// Recordings that need the same settings of the server.
class ServeRecordingsOnTime : public testing::TestWithParam<std::size_t>
{
protected:
    [[nodiscard]] static std::vector<RecordingCase> cases() { return casesBySettings()[GetParam()]; }
};

TEST_P(ServeRecordingsOnTime, EndAsRecordedOnSqliteAcrossKills)
{
    const QTemporaryDir folder;
    ServeFleet fleet(u"sqlite:"_s + folder.filePath(u"tasks.db"_s), 1, cases(), 1.0, seed());
    fleet.start();
    for (int kill = 0; kill < 5; ++kill) {
        fleet.follow(fleet.randomTime(Duration{1'000}, Duration{15'000}));
        fleet.killOne();
    }
    ASSERT_TRUE(fleet.followToEnd(kLongest));
    fleet.checkVerdicts();
}

TEST_P(ServeRecordingsOnTime, EndAsRecordedOnPostgresAcrossKillsAndAnOutage)
{
    if (!PostgresCluster::isInstalled())
        GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
    PostgresCluster cluster;
    ASSERT_TRUE(cluster.start());
    ServeFleet fleet(u"postgres://lynceus@/postgres?host="_s + cluster.address().host, 2, cases(), 1.0, seed());
    fleet.start();
    for (int kill = 0; kill < 5; ++kill) {
        fleet.follow(fleet.randomTime(Duration{1'000}, Duration{10'000}));
        fleet.killOne();
    }
    cluster.kill();
    fleet.follow(Duration{30'000});
    ASSERT_TRUE(cluster.start());
    for (int kill = 0; kill < 5; ++kill) {
        fleet.follow(fleet.randomTime(Duration{1'000}, Duration{10'000}));
        fleet.killOne();
    }
    ASSERT_TRUE(fleet.followToEnd(kLongest));
    fleet.checkVerdicts();
}

INSTANTIATE_TEST_SUITE_P(Settings, ServeRecordingsOnTime, testing::Range<std::size_t>(0, casesBySettings().size()));

} // namespace

} // namespace lynceus::test
