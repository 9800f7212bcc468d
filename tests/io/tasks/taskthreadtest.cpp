#include "core/io/tasks/taskthread.h"

#include "core/domain/watch/watchrequests.h"
#include "tests/support/postgrescluster.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <future>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

Result<qint64> count(TaskStore &store)
{
    return store.countRunning();
}

class TaskThreadTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_address.file = m_folder.filePath(u"tasks.db"_s);
        ASSERT_TRUE(TaskStore::open(m_address, m_clock));
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    DatabaseAddress m_address;
    QObject m_context;
};

} // namespace

TEST_F(TaskThreadTest, CallsRunInOrderAndAreAnsweredInTheCallersThread)
{
    TaskThread thread(m_address, m_clock);
    const auto here = std::this_thread::get_id();
    QList<int> order;
    std::thread::id there;
    for (int i = 0; i < 20; ++i) {
        thread.run(
            &m_context,
            [i](TaskStore &store) -> Result<std::pair<int, std::thread::id>> {
                EXPECT_TRUE(store.countRunning());
                return std::pair(i, std::this_thread::get_id());
            },
            [&](const Result<std::pair<int, std::thread::id>> &answer) {
                EXPECT_EQ(std::this_thread::get_id(), here);
                order += answer->first;
                there = answer->second;
            });
    }
    EXPECT_EQ(thread.ask(count), 0); // runs after all of them, but before their answers are delivered
    EXPECT_TRUE(order.isEmpty());
    ASSERT_TRUE(waitUntil([&] { return order.size() == 20; }));
    EXPECT_TRUE(std::ranges::is_sorted(order));
    EXPECT_NE(there, here);
}

TEST_F(TaskThreadTest, DestroyedContextReceivesNothing)
{
    TaskThread thread(m_address, m_clock);
    int reported = 0;
    {
        QObject gone;
        thread.run(&gone, count, [&](const Result<qint64> &) { ++reported; });
        ASSERT_TRUE(thread.ask(count));
    }
    bool isLast = false;
    thread.run(&m_context, count, [&](const Result<qint64> &) { isLast = true; });
    ASSERT_TRUE(waitUntil([&] { return isLast; }));
    EXPECT_EQ(reported, 0);
}

TEST_F(TaskThreadTest, CancelledChangeIsRolledBack)
{
    StoredTask stored;
    stored.task = {
        .id = u"a"_s, .instance = u"prod"_s, .app = u"shop"_s, .created = m_clock.now(), .updated = m_clock.now()};
    WatchRequest request;
    request.application = {u"prod"_s, {}, u"shop"_s};
    stored.watch.record = beginningOf(request, stored.task.id, m_clock.now());
    TaskThread thread(m_address, m_clock);
    std::promise<void> release;
    std::optional<Result<std::vector<StoredTask>>> answer;
    thread.runWithin(
        Duration{20}, &m_context,
        [stored, held = release.get_future().share()](TaskStore &store) {
            held.wait();
            return store.add(stored, u"me"_s, Duration{15'000}, [](const StoredTask &) { return std::nullopt; });
        },
        [&](const Result<std::vector<StoredTask>> &reported) { answer = reported; });
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_EQ(answer->error().kind, Error::Kind::Unreachable);
    answer.reset();
    release.set_value();
    std::optional<Result<qint64>> running;
    thread.run(&m_context, count, [&](const Result<qint64> &reported) { running = reported; });
    ASSERT_TRUE(waitUntil([&] { return running.has_value(); }));
    EXPECT_EQ(running->value(), 0);
    EXPECT_FALSE(answer) << "the call is answered once";
    // Later changes are written as usual.
    std::optional<bool> isAdded;
    thread.runWithin(
        std::chrono::hours(1), &m_context,
        [stored](TaskStore &store) {
            return store.add(stored, u"me"_s, Duration{15'000}, [](const StoredTask &) { return std::nullopt; });
        },
        [&](const Result<std::vector<StoredTask>> &reported) { isAdded = reported.has_value(); });
    ASSERT_TRUE(waitUntil([&] { return isAdded.has_value(); }));
    EXPECT_TRUE(*isAdded);
}

TEST_F(TaskThreadTest, StalledServerIsWaitedForOnceAndReconnects)
{
    if (!PostgresCluster::isInstalled())
        GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
    PostgresCluster cluster;
    ASSERT_TRUE(cluster.start());
    ASSERT_TRUE(TaskStore::open(cluster.address(), m_clock));
    TaskThread thread(cluster.address(), m_clock);
    ASSERT_TRUE(waitUntil([&] { return thread.ask(count).has_value(); }));

    cluster.freeze();
    std::optional<Result<qint64>> answer;
    thread.run(&m_context, count, [&](const Result<qint64> &reported) { answer = reported; });
    const auto asked = thread.ask(count);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(asked.error().message.contains(u"does not answer"_s));
    // After a while, calls are refused without trying, so that the caller gets its error at once.
    std::optional<Result<qint64>> refused;
    ASSERT_TRUE(waitUntil([&] {
        refused.reset();
        thread.run(&m_context, count, [&](const Result<qint64> &reported) { refused = reported; });
        return refused.has_value();
    }));
    EXPECT_FALSE(*refused);
    EXPECT_FALSE(answer);

    cluster.thaw();
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(waitUntil([&] { return thread.ask(count).has_value(); }));
}

TEST_F(TaskThreadTest, EndsEvenIfTheServerStalls)
{
    if (!PostgresCluster::isInstalled())
        GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
    static const SystemClock clock; // used by the thread that is left behind
    PostgresCluster cluster;
    ASSERT_TRUE(cluster.start());
    ASSERT_TRUE(TaskStore::open(cluster.address(), clock));
    auto isEnded = std::make_shared<std::atomic_bool>(false);
    {
        TaskThread thread(cluster.address(), clock);
        ASSERT_TRUE(waitUntil([&] { return thread.ask(count).has_value(); }));
        cluster.freeze();
        thread.run(
            &m_context,
            [isEnded](TaskStore &store) {
                auto answer = store.countRunning();
                isEnded->store(true);
                return answer;
            },
            [](const Result<qint64> &) { FAIL() << "no call waits"; });
        EXPECT_FALSE(thread.ask(count));
    }
    EXPECT_FALSE(isEnded->load());
    cluster.thaw();
    EXPECT_TRUE(waitUntil([&] { return isEnded->load(); }));
}

} // namespace lynceus::test
