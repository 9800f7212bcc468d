// Which states count as observed: the registry with a clock that the test sets, without servers.
#include "core/engine/clients/workers.h"
#include "core/engine/deployments/deploymentregistry.h"
#include "core/io/store/watchstore.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {
namespace {

const ApplicationKey kWeb{u"prod"_s, u"argocd"_s, u"web"_s};

class DeploymentSightingTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto file = m_folder.filePath(u"store.db"_s);
        ASSERT_TRUE(WatchStore::open(file, m_clock.now()).has_value());
        m_registry.setStore(DeploymentStore::open(file).value());
        m_store = DeploymentStore::open(file).value();
        m_registry.takeMarks(kWeb.instance, marks(0)); // the first known state
        m_registry.setFed(kWeb.instance, true);
        m_clock.advance(60s);
    }

    /// Version 1.@p version was synced and is healthy.
    [[nodiscard]] DeploymentMarks marks(int version) const
    {
        const auto revision = [](int number) { return QString(40, QChar(u'a' + number)); };
        DeploymentMarks marks;
        marks.name = kWeb.name;
        marks.nameSpace = kWeb.nameSpace;
        marks.sync = SyncStatus::Synced;
        marks.health = HealthStatus::Healthy;
        marks.revisions = QStringList{revision(version)};
        marks.images = QStringList{u"ghcr.io/acme/web:1.%1"_s.arg(version)};
        OperationMark operation;
        operation.phase = OperationPhase::Succeeded;
        operation.startedAt = version == 0 ? m_clock.now() - 1h : m_clock.now();
        operation.automated = true;
        operation.requested.revisions = marks.revisions;
        operation.applied = operation.requested;
        operation.hasResult = true;
        operation.resources = {{false, false, marks.images}};
        marks.operation = operation;
        marks.history.push_back({0, {{revision(0)}, {}}, m_clock.now() - 2h, m_clock.now() - 2h, {}, true});
        return marks;
    }

    /// Advances the clock second by second, as the registry's timer would.
    void pass(std::chrono::seconds time)
    {
        for (auto second = 0s; second < time; ++second) {
            m_clock.advance(1s);
            m_registry.setFed(kWeb.instance, true);
        }
    }

    [[nodiscard]] Deployment newest() const
    {
        const auto found = m_store->find({}).value();
        return found.empty() ? Deployment() : found.front();
    }

    [[nodiscard]] WatchRecord judged(const QString &id, Outcome outcome) const
    {
        WatchRecord watch;
        watch.id = id;
        watch.expectation.application = kWeb;
        watch.expectation.images = {parseImageReference(u"ghcr.io/acme/web:1.1"_s).value()};
        watch.expectation.registeredAt = m_clock.now() - 1min;
        watch.verdict.outcome = outcome;
        watch.verdict.decidedAt = m_clock.now();
        watch.endedAt = m_clock.now();
        return watch;
    }

    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    Workers m_workers;
    InstanceClients m_clients{m_clock, m_workers};
    DeploymentRegistry m_registry{m_clients, m_clock};
    std::unique_ptr<DeploymentStore> m_store; ///< as another process reads it
};

TEST_F(DeploymentSightingTest, SustainedStateIsObserved)
{
    m_registry.takeMarks(kWeb.instance, marks(1));
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress);
    pass(14s);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress);
    pass(2s);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::Deployed);
    EXPECT_EQ(newest().proof, Deployment::Proof::Observed);
}

TEST_F(DeploymentSightingTest, SleepIsNotObserved)
{
    m_registry.takeMarks(kWeb.instance, marks(1));
    pass(5s);
    m_clock.sleep(1h);
    pass(5s); // the stream is broken, but this was not noticed yet
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress) << "the application was not observed for an hour";
}

TEST_F(DeploymentSightingTest, EventAfterSleepEndsNoUnobservedDeployment)
{
    const auto first = marks(1);
    m_registry.takeMarks(kWeb.instance, first);
    m_clock.sleep(1h);
    m_registry.takeMarks(kWeb.instance, first);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress);
    pass(16s);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::Deployed) << "the application was observed for 15 s";
    EXPECT_GE(*newest().endedAt, newest().startedAt + 1h);
}

TEST_F(DeploymentSightingTest, GapBetweenTwoStreamsIsNotObserved)
{
    m_registry.takeMarks(kWeb.instance, marks(1));
    pass(5s);
    m_registry.interrupt(kWeb.instance);
    pass(20s); // the next stream is confirmed, and the application was not read yet
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress);
    m_registry.interrupt(kWeb.instance);
    m_registry.setFed(kWeb.instance, false); // no other stream can be opened
    EXPECT_FALSE(m_registry.tracker().openKeys().at(0).isSeen);
    m_registry.setFed(kWeb.instance, true);
    const auto same = m_registry.tracker().open(kWeb)->startedAt;
    auto later = marks(1);
    later.operation->startedAt = same;
    m_registry.takeMarks(kWeb.instance, later);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress) << "durations start over";
    pass(16s);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::Deployed);
}

TEST_F(DeploymentSightingTest, StoppedProgramObservesNothing)
{
    m_registry.takeMarks(kWeb.instance, marks(1));
    m_clock.advance(60s); // both clocks continue: SIGSTOP, a debugger, a suspended virtual machine
    m_registry.setFed(kWeb.instance, true);
    EXPECT_EQ(newest().outcome, Deployment::Outcome::InProgress);
}

TEST_F(DeploymentSightingTest, VerdictOfAWatchReplacesTheObservation)
{
    m_registry.takeMarks(kWeb.instance, marks(1));
    pass(16s);
    ASSERT_EQ(newest().outcome, Deployment::Outcome::Deployed);
    ASSERT_EQ(newest().proof, Deployment::Proof::Observed);
    m_registry.takeWatch(judged(u"w7k3f"_s, Outcome::Failed));
    EXPECT_EQ(newest().outcome, Deployment::Outcome::Failed);
    EXPECT_EQ(newest().proof, Deployment::Proof::Watched);
    EXPECT_EQ(newest().watch, "w7k3f"_L1);
    m_registry.takeMarks(kWeb.instance, marks(1));
    pass(16s);
    const auto all = m_store->find({.proofs = {Deployment::Proof::Watched}}).value();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().outcome, Deployment::Outcome::Failed) << "a later observation has less weight";
}

TEST_F(DeploymentSightingTest, VerdictFindsItsDeploymentAmongApplicationsOfTheSameName)
{
    m_registry.takeMarks(kWeb.instance, marks(1));
    pass(16s);
    const auto own = newest();
    ASSERT_EQ(own.outcome, Deployment::Outcome::Deployed);
    std::vector<Deployment> others;
    for (int i = 0; i < 20; ++i) {
        auto other = own;
        other.application.nameSpace = u"team-%1"_s.arg(i);
        other.startedAt += 1s;
        others.push_back(other);
    }
    ASSERT_TRUE(m_store->write(others));
    m_registry.takeWatch(judged(u"w7k3f"_s, Outcome::Failed));
    const auto watched = m_store->find({.proofs = {Deployment::Proof::Watched}}).value();
    ASSERT_EQ(watched.size(), 1U);
    EXPECT_EQ(watched.front().application, kWeb);
}

TEST_F(DeploymentSightingTest, VerdictsAreKeptForAnHour)
{
    for (int i = 0; i < 100; ++i)
        m_registry.takeWatch(judged(u"w%1"_s.arg(i), Outcome::Deployed));
    EXPECT_EQ(m_registry.heldWatches(), 100U);
    m_clock.advance(2h);
    m_registry.takeWatch(judged(u"new"_s, Outcome::Deployed));
    EXPECT_EQ(m_registry.heldWatches(), 1U);
}

} // namespace
} // namespace lynceus
