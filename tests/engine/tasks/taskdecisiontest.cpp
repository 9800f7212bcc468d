#include "core/engine/tasks/taskdecision.h"

#include "core/domain/watch/watchrequests.h"
#include "core/engine/clients/workers.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr Duration kTimeout{900'000};

/// A store with one running task of another process. No requests are sent.
class TaskDecisionTest : public testing::Test
{
protected:
    void SetUp() override
    {
        DatabaseAddress address;
        address.file = m_folder.filePath(u"tasks.db"_s);
        auto store = TaskStore::open(address, m_clock);
        ASSERT_TRUE(store) << store.error().message.toStdString();
        m_store = *std::move(store);
        m_task.task.id = u"t1"_s;
        m_task.task.instance = u"prod"_s;
        m_task.task.app = u"shop-web"_s;
        m_task.task.created = m_task.task.updated = m_clock.now();
        WatchRequest request;
        request.application = {u"prod"_s, {}, u"shop-web"_s};
        request.images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        request.timeout = kTimeout;
        m_task.watch = {beginningOf(request, u"t1"_s, m_clock.now()), {}, {}, false};
        ASSERT_TRUE(m_store->add(m_task, u"other"_s, Duration{15'000},
                                 [](const StoredTask &) { return std::optional<StoredTask>(); }));
    }

    [[nodiscard]] TaskDecision cancel(const QString &id, const std::optional<StoredTask> &localTask = {})
    {
        return cancelStored(*m_store, id, localTask, m_clients, m_clock).value();
    }
    [[nodiscard]] TaskDecision extend(qint64 timeout, const std::optional<Expectation> &localExpectation = {})
    {
        return extendStored(*m_store, u"t1"_s, timeout, localExpectation).value();
    }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    Workers m_workers;
    InstanceClients m_clients{m_clock, m_workers};
    std::unique_ptr<TaskStore> m_store;
    StoredTask m_task;
};

} // namespace

TEST_F(TaskDecisionTest, TaskOfAnotherProcessIsCancelledOnce)
{
    const auto cancelled = cancel(u"t1"_s);
    ASSERT_TRUE(cancelled) << cancelled.error().message.toStdString();
    EXPECT_EQ(cancelled->state, taskStateOf(Outcome::Cancelled));
    EXPECT_FALSE(cancelled->reason.isEmpty());
    const auto again = cancel(u"t1"_s);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Error::Kind::NotAllowed);
    const auto late = extend(3'600);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Error::Kind::NotAllowed);
}

TEST_F(TaskDecisionTest, WritesTheStateInMemoryInsteadOfTheStoredOne)
{
    auto localTask = cancelledTask(m_task.task, ActiveWatch(m_task.watch, m_clients, m_clock, nullptr), {});
    localTask.task.reason = u"newer than what is stored"_s;
    ASSERT_TRUE(cancel(u"t1"_s, localTask));
    EXPECT_EQ(m_store->task(u"t1"_s).value().value().reason, u"newer than what is stored"_s);
}

TEST_F(TaskDecisionTest, NeedsAnExistingTask)
{
    const auto none = cancel(u"t2"_s);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, Error::Kind::NotFound);
}

TEST_F(TaskDecisionTest, OnlyALongerTimeoutExtendsATask)
{
    const auto same = extend(900);
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().kind, Error::Kind::BadInput);
    const auto longer = extend(901);
    ASSERT_TRUE(longer);
    EXPECT_EQ(longer->timeout, 901);
    EXPECT_FALSE(extend(901)) << "the store already has the new limit before the replica reads it";
    auto localExpectation = m_task.watch.record.expectation;
    localExpectation.deadline += Duration{900'000};
    EXPECT_FALSE(extend(1'800, localExpectation)) << "this process has extended the task but not written it yet";
    EXPECT_TRUE(extend(1'801, localExpectation));
}

} // namespace lynceus
