#include "core/engine/tasks/taskregistry.h"

#include "core/engine/clients/workers.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kTimeout{900'000};
constexpr Duration kLastLook{30'000};

/// A registry on a file, of an instance that nobody can ask anything.
class TaskRegistryTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_address.file = m_folder.filePath(u"tasks.db"_s);
        auto store = TaskStore::open(m_address, m_clock);
        ASSERT_TRUE(store) << store.error().message.toStdString();
        m_store = *std::move(store);
        open();
    }

    void open() { m_registry = std::make_unique<TaskRegistry>(*m_store, m_clients, m_clock, TaskLimits(), u"me"_s); }

    Result<Task> add()
    {
        Task task;
        task.instance = u"prod"_s;
        task.app = u"shop-web"_s;
        task.images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}};
        WatchRequest request;
        request.application = {u"prod"_s, {}, task.app};
        request.images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        request.timeout = kTimeout;
        return m_registry->add(task, request);
    }

    [[nodiscard]] TaskState stateOf(const QString &id) { return m_store->task(id).value().value().state; }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    DatabaseAddress m_address;
    Workers m_workers;
    InstanceClients m_clients{m_clock, m_workers};
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<TaskRegistry> m_registry;
};

} // namespace

TEST_F(TaskRegistryTest, ATaskEndsThirtySecondsAfterItsDeadline)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.advance(kTimeout - Duration{1});
    m_registry->tend();
    m_clock.advance(Duration{1});
    m_registry->tend();
    m_clock.advance(kLastLook - Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
    EXPECT_EQ(m_registry->running(), 0);
}

TEST_F(TaskRegistryTest, AnExtensionMovesTheDeadlineWhoeverFollowsTheTask)
{
    const auto task = add();
    ASSERT_TRUE(task);
    auto store = TaskStore::open(m_address, m_clock).value();
    TaskRegistry other(*store, m_clients, m_clock, TaskLimits(), u"other"_s);
    EXPECT_EQ(other.extend(task->id, 900).error().kind, Error::Kind::BadInput);
    const auto extended = other.extend(task->id, 1'000);
    ASSERT_TRUE(extended) << extended.error().message.toStdString();
    EXPECT_EQ(extended->timeout, 1'000);
    EXPECT_EQ(other.extend(task->id, 1'000).error().kind, Error::Kind::BadInput);
    EXPECT_EQ(other.extend(u"b"_s, 1'000).error().kind, Error::Kind::NotFound);

    m_clock.advance(kTimeout + kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(Duration{100'000} - kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
    EXPECT_EQ(m_registry->extend(task->id, 5'000).error().kind, Error::Kind::NotAllowed);
}

TEST_F(TaskRegistryTest, ATakeoverKeepsAnExtension)
{
    const auto task = add();
    ASSERT_TRUE(task);
    ASSERT_TRUE(m_registry->extend(task->id, 1'000));
    ASSERT_TRUE(m_registry->leave());
    open();
    m_registry->tend();
    m_clock.advance(kTimeout + kLastLook);
    m_registry->tend();
    m_clock.advance(kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
}

TEST_F(TaskRegistryTest, ACancelledTaskIsNeverWrittenAgain)
{
    const auto task = add();
    ASSERT_TRUE(task);
    auto store = TaskStore::open(m_address, m_clock).value();
    TaskRegistry other(*store, m_clients, m_clock, TaskLimits(), u"other"_s);
    const auto cancelled = other.cancel(task->id);
    ASSERT_TRUE(cancelled) << cancelled.error().message.toStdString();
    EXPECT_EQ(cancelled->state, TaskState::Cancelled);
    EXPECT_FALSE(cancelled->reason.isEmpty());
    EXPECT_EQ(other.cancel(task->id).error().kind, Error::Kind::NotAllowed);
    EXPECT_EQ(other.cancel(u"b"_s).error().kind, Error::Kind::NotFound);
    m_registry->tend();
    EXPECT_EQ(m_registry->running(), 0);
    EXPECT_EQ(stateOf(task->id), TaskState::Cancelled);
}

TEST_F(TaskRegistryTest, SettingTheWallClockNeitherEndsATaskNorKeepsIt)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.jump(std::chrono::hours(1));
    m_registry->tend();
    m_clock.advance(kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);

    m_clock.jump(-std::chrono::hours(2));
    m_clock.advance(kTimeout - kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
}

TEST_F(TaskRegistryTest, WhoStoodStillAcrossTheDeadlineHasTimeForALastLook)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.advance(std::chrono::hours(1)); // this process was stopped
    m_registry->tend();
    m_clock.sleep(std::chrono::hours(1)); // and its computer slept
    m_registry->tend();
    m_clock.advance(kLastLook - Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
}

TEST_F(TaskRegistryTest, WhatPassedBeforeATakeoverCounts)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.advance(kTimeout - Duration{1'000});
    ASSERT_TRUE(m_registry->leave());
    open();
    m_registry->tend();
    m_clock.advance(Duration{1'000});
    m_registry->tend();
    m_clock.advance(kLastLook);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
}

TEST_F(TaskRegistryTest, AVerdictThatCouldNotBeWrittenIsNotReplacedByANewerTask)
{
    const auto older = add();
    ASSERT_TRUE(older);
    m_clock.advance(kTimeout);
    m_registry->tend();
    m_clock.advance(kLastLook);
    {
        TaskDatabase other(m_address, m_clock);
        TaskTransaction lock(other);
        ASSERT_TRUE(lock.begin());
        m_registry->tend(); // ends it, and cannot write that
    }
    ASSERT_EQ(stateOf(older->id), TaskState::InProgress);

    std::vector<Task> told;
    QObject::connect(m_registry.get(), &TaskRegistry::taskChanged, m_registry.get(),
                     [&](const Task &task) { told.push_back(task); });
    const auto newer = add();
    ASSERT_TRUE(newer);
    const auto stored = m_store->stored(older->id).value().value();
    EXPECT_EQ(stored.task.state, TaskState::Aborted);
    EXPECT_EQ(stored.watch.record.verdict.outcome, Outcome::Aborted);
    EXPECT_EQ(stored.watch.record.replacedBy, QString());
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told.front(), stored.task);
    EXPECT_EQ(m_registry->counts().ended, (std::map<TaskState, qint64>{{TaskState::Aborted, 1}}));
    EXPECT_EQ(m_registry->running(), 1);
}

} // namespace lynceus::test
