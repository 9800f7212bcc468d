// Runs a few recordings through real servers that are killed in between. tests/long/serverecordingstest.cpp runs all
// recordings.
#include "tests/cli/servefleet.h"
#include "tests/support/postgrescluster.h"

#include <QSet>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSpeed = 2;

std::vector<RecordingCase> chosenCases()
{
    const QSet<QString> chosen{u"deploy-ok.jsonl.gz"_s, u"crashloop.jsonl.gz"_s, u"presync-fails.jsonl.gz"_s};
    auto cases = recordingCases();
    std::erase_if(cases, [&](const RecordingCase &each) {
        return !chosen.contains(each.recording) || each.outcomes.size() > 1 || each.has(u"--fail-after"_s);
    });
    return cases;
}

} // namespace

TEST(ServeRecordings, KillOfTheServerChangesNoVerdict)
{
    const QTemporaryDir folder;
    ServeFleet fleet(u"sqlite:"_s + folder.filePath(u"tasks.db"_s), 1, chosenCases(), kSpeed, 1);
    fleet.start();
    for (int kill = 0; kill < 2; ++kill) {
        fleet.follow(fleet.randomTime(Duration{500}, Duration{6'000}));
        fleet.killOne();
    }
    ASSERT_TRUE(fleet.followToEnd(Duration{120'000}));
    fleet.checkVerdicts();
}

TEST(ServeRecordings, KillsOfReplicasAndDatabaseChangeNoVerdict)
{
    if (!PostgresCluster::isInstalled())
        GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
    PostgresCluster cluster;
    ASSERT_TRUE(cluster.start());
    ServeFleet fleet(u"postgres://lynceus@/postgres?host="_s + cluster.address().host, 2, chosenCases(), kSpeed, 2);
    fleet.start();
    fleet.follow(fleet.randomTime(Duration{500}, Duration{4'000}));
    fleet.killOne();
    fleet.follow(fleet.randomTime(Duration{500}, Duration{4'000}));
    cluster.kill();
    fleet.follow(fleet.randomTime(Duration{500}, Duration{4'000}));
    ASSERT_TRUE(cluster.start());
    ASSERT_TRUE(fleet.followToEnd(Duration{180'000}));
    fleet.checkVerdicts();
}

} // namespace lynceus::test
