#include "core/engine/tasks/taskregistry.h"

#include "core/domain/tasks/taskstate.h"
#include "core/domain/watch/usualnotice.h"
#include "core/engine/clients/workers.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <future>
#include <random>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kTimeout{900'000};
constexpr Duration kLastCheck{30'000};

/// The clock of another computer, whose wall time is ahead.
class AheadClock final : public Clock
{
public:
    AheadClock(const Clock &clock, Duration ahead)
        : m_clock(clock)
        , m_ahead(ahead)
    { }
    [[nodiscard]] Instant now() const override { return m_clock.now() + m_ahead; }
    [[nodiscard]] Duration steady() const override { return m_clock.steady(); }
    [[nodiscard]] Duration sinceBoot() const override { return m_clock.sinceBoot(); }

private:
    const Clock &m_clock;
    Duration m_ahead;
};

/// A registry with a database in a file, for an instance without a client.
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

    Result<Task> add(const QString &app = u"shop-web"_s, TaskRegistry *registry = nullptr)
    {
        return adding(app, registry ? *registry : *m_registry).result();
    }

    static QFuture<Result<Task>> adding(const QString &app, TaskRegistry &registry)
    {
        Task task;
        task.instance = u"prod"_s;
        task.app = app;
        task.images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}};
        WatchRequest request;
        request.application = {u"prod"_s, {}, task.app};
        request.images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        request.timeout = kTimeout;
        return registry.add(task, request);
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

TEST_F(TaskRegistryTest, TaskEndsThirtySecondsAfterItsDeadline)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.advance(kTimeout - Duration{1});
    m_registry->tend();
    m_clock.advance(Duration{1});
    m_registry->tend();
    m_clock.advance(kLastCheck - Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
    EXPECT_EQ(m_registry->running(), 0);
}

TEST_F(TaskRegistryTest, TaskInItsBakeTimeEndsAfterTheBakeTime)
{
    constexpr Duration kBake{600'000};
    for (const bool runs : {true, false}) {
        const auto app = runs ? u"running"_s : u"not-running"_s;
        const auto task = add(app);
        ASSERT_TRUE(task);
        ASSERT_TRUE(m_registry->leave());
        auto stored = m_store->takeOver(u"editor"_s, kTimeout, 9).value();
        ASSERT_EQ(stored.size(), 1U);
        auto &record = stored[0].watch.record;
        record.expectation.bake = kBake;
        if (runs)
            record.stageReachedAt[static_cast<std::size_t>(Stage::Running)] =
                record.expectation.registeredAt + std::chrono::minutes(12);
        ASSERT_TRUE(m_store->save(stored, u"editor"_s));
        ASSERT_TRUE(m_store->release(u"editor"_s));
        open();
        m_registry->tend();

        m_clock.advance(kTimeout);
        m_registry->tend();
        m_clock.advance(kLastCheck);
        m_registry->tend();
        EXPECT_EQ(stateOf(task->id), runs ? TaskState::InProgress : TaskState::Aborted);
        if (!runs)
            continue;
        m_clock.advance(kBake - kLastCheck);
        m_registry->tend();
        EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
        m_clock.advance(kLastCheck);
        m_registry->tend();
        EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
    }
}

TEST_F(TaskRegistryTest, EarlierTasksProvideTheUsualTimeToNotice)
{
    for (std::size_t number = 0; number < kLeastWaits; ++number) {
        const auto task = add();
        ASSERT_TRUE(task);
        auto stored = m_store->stored(task->id).value().value();
        EXPECT_EQ(stored.watch.record.expectation.usualNotice, kDefaultUsualNotice);
        auto &record = stored.watch.record;
        record.verdict.outcome = Outcome::Deployed;
        record.stageReachedAt[static_cast<std::size_t>(Stage::Noticed)] =
            record.expectation.registeredAt + std::chrono::minutes(8);
        stored.task.state = taskStateOf(Outcome::Deployed);
        ASSERT_TRUE(m_store->endNow(stored).value());
        m_registry->tend();
    }
    open();
    const auto usual = [this](const Result<Task> &task) {
        return m_store->stored(task.value().id).value().value().watch.record.expectation.usualNotice;
    };
    EXPECT_EQ(usual(add()), std::chrono::minutes(12));
    EXPECT_EQ(usual(add(u"shop-api"_s)), kDefaultUsualNotice) << "another application";
}

TEST_F(TaskRegistryTest, ExtensionMovesTheDeadlineInEveryReplica)
{
    const auto task = add();
    ASSERT_TRUE(task);
    auto store = TaskStore::open(m_address, m_clock).value();
    TaskRegistry other(*store, m_clients, m_clock, TaskLimits(), u"other"_s);
    EXPECT_EQ(other.extend(task->id, 900).result().error().kind, Error::Kind::BadInput);
    const auto extended = other.extend(task->id, 1'000).result();
    ASSERT_TRUE(extended) << extended.error().message.toStdString();
    EXPECT_EQ(extended->timeout, 1'000);
    EXPECT_EQ(other.extend(task->id, 1'000).result().error().kind, Error::Kind::BadInput);
    EXPECT_EQ(other.extend(u"b"_s, 1'000).result().error().kind, Error::Kind::NotFound);

    m_clock.advance(kTimeout + kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(Duration{100'000} - kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
    EXPECT_EQ(m_registry->extend(task->id, 5'000).result().error().kind, Error::Kind::NotAllowed);
}

TEST_F(TaskRegistryTest, TakeoverKeepsAnExtension)
{
    const auto task = add();
    ASSERT_TRUE(task);
    ASSERT_TRUE(m_registry->extend(task->id, 1'000).result());
    ASSERT_TRUE(m_registry->leave());
    open();
    m_registry->tend();
    m_clock.advance(kTimeout + kLastCheck);
    m_registry->tend();
    m_clock.advance(kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
}

TEST_F(TaskRegistryTest, CancelledTaskIsNotWrittenAgain)
{
    const auto task = add();
    ASSERT_TRUE(task);
    auto store = TaskStore::open(m_address, m_clock).value();
    TaskRegistry other(*store, m_clients, m_clock, TaskLimits(), u"other"_s);
    const auto cancelled = other.cancel(task->id).result();
    ASSERT_TRUE(cancelled) << cancelled.error().message.toStdString();
    EXPECT_EQ(cancelled->state, TaskState::Cancelled);
    EXPECT_FALSE(cancelled->reason.isEmpty());
    EXPECT_EQ(other.cancel(task->id).result().error().kind, Error::Kind::NotAllowed);
    EXPECT_EQ(other.cancel(u"b"_s).result().error().kind, Error::Kind::NotFound);
    m_registry->tend();
    EXPECT_EQ(m_registry->running(), 0);
    EXPECT_EQ(stateOf(task->id), TaskState::Cancelled);
}

TEST_F(TaskRegistryTest, WallClockChangesDoNotAffectDeadlines)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.jump(std::chrono::hours(1));
    m_registry->tend();
    m_clock.advance(kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);

    m_clock.jump(-std::chrono::hours(2));
    m_clock.advance(kTimeout - kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
}

TEST_F(TaskRegistryTest, ReplicaStalledAcrossTheDeadlineReadsOnceMore)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.advance(std::chrono::hours(1)); // this process was stopped
    m_registry->tend();
    m_clock.sleep(std::chrono::hours(1)); // the computer slept
    m_registry->tend();
    m_clock.advance(kLastCheck - Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::InProgress);
    m_clock.advance(Duration{1});
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
}

TEST_F(TaskRegistryTest, ManyTasksAreTakenOverInQuickSuccession)
{
    constexpr int kTasks = 160;
    constexpr Duration kBetweenChecks{5'000};
    for (int i = 0; i < kTasks; ++i)
        ASSERT_TRUE(add(u"shop-%1"_s.arg(i)));
    ASSERT_TRUE(m_registry->leave());
    open();
    m_registry->start();
    EXPECT_LT(m_registry->running(), kTasks) << "another replica may take some";
    EXPECT_TRUE(waitUntil([this] { return m_registry->running() == kTasks; }, 2 * kBetweenChecks));
    ASSERT_TRUE(m_registry->leave());
    open();
    m_registry->start();
    ASSERT_TRUE(m_registry->leave());
    EXPECT_FALSE(waitUntil([] { return false; }, Duration{300}));
    EXPECT_EQ(m_store->takeOver(u"other"_s, kTimeout, kTasks).value().size(), std::size_t{kTasks})
        << "after leave(), nothing is taken over";
}

TEST_F(TaskRegistryTest, TimeBeforeATakeoverCounts)
{
    const auto task = add();
    ASSERT_TRUE(task);
    m_clock.advance(kTimeout - Duration{1'000});
    ASSERT_TRUE(m_registry->leave());
    open();
    m_registry->tend();
    m_clock.advance(Duration{1'000});
    m_registry->tend();
    m_clock.advance(kLastCheck);
    m_registry->tend();
    EXPECT_EQ(stateOf(task->id), TaskState::Aborted);
}

TEST_F(TaskRegistryTest, TakeoverByAComputerWithAnotherTimeKeepsTheDeadline)
{
    constexpr Duration kBefore{360'000};
    for (const auto ahead : {Duration{600'000}, Duration{-600'000}}) {
        open();
        const auto task = add();
        ASSERT_TRUE(task);
        m_clock.advance(kBefore);
        ASSERT_TRUE(m_registry->leave());
        const AheadClock clock(m_clock, ahead);
        TaskRegistry other(*m_store, m_clients, clock, TaskLimits(), u"other"_s);
        other.tend();
        ASSERT_EQ(other.running(), 1);
        m_clock.advance(kLastCheck);
        other.tend();
        m_clock.advance(kTimeout - kBefore - kLastCheck);
        other.tend();
        EXPECT_EQ(stateOf(task->id), TaskState::InProgress) << ahead.count();
        m_clock.advance(kLastCheck);
        other.tend();
        const auto stored = m_store->stored(task->id).value().value();
        EXPECT_EQ(stored.task.state, TaskState::Aborted) << ahead.count();
        EXPECT_EQ(stored.task.updated, m_clock.now());
        EXPECT_EQ(stored.watch.record.endedAt, m_clock.now());
        EXPECT_EQ(stored.watch.record.verdict.decidedAt, m_clock.now());
    }
}

TEST_F(TaskRegistryTest, RegistrationTimesAreThoseOfTheDatabase)
{
    const AheadClock clock(m_clock, Duration{600'000});
    TaskRegistry other(*m_store, m_clients, clock, TaskLimits(), u"other"_s);
    const auto task = add(u"shop-web"_s, &other);
    ASSERT_TRUE(task);
    EXPECT_EQ(task->created, m_clock.now());
    const auto record = m_store->stored(task->id).value().value().watch.record;
    EXPECT_EQ(record.registeredAt, m_clock.now());
    EXPECT_EQ(record.expectation.registeredAt, m_clock.now());
    EXPECT_EQ(record.expectation.deadline, m_clock.now() + kTimeout);
    m_clock.advance(Duration{1'000});
    ASSERT_TRUE(m_registry->cancel(task->id).result());
    const auto cancelled = m_store->stored(task->id).value().value();
    EXPECT_EQ(cancelled.task.updated, m_clock.now());
    EXPECT_EQ(cancelled.watch.record.verdict.decidedAt, m_clock.now());
}

TEST_F(TaskRegistryTest, UnwrittenVerdictIsNotReplacedByANewerTask)
{
    const auto older = add();
    ASSERT_TRUE(older);
    m_clock.advance(kTimeout);
    m_registry->tend();
    m_clock.advance(kLastCheck);
    {
        TaskDatabase other(m_address, m_clock);
        TaskTransaction lock(other);
        ASSERT_TRUE(lock.begin());
        m_registry->tend(); // ends the task, but cannot write this
    }
    ASSERT_EQ(stateOf(older->id), TaskState::InProgress);

    std::vector<Task> reported;
    QObject::connect(m_registry.get(), &TaskRegistry::taskChanged, m_registry.get(),
                     [&](const Task &task) { reported.push_back(task); });
    const auto newer = add();
    ASSERT_TRUE(newer);
    const auto stored = m_store->stored(older->id).value().value();
    EXPECT_EQ(stored.task.state, TaskState::Aborted);
    EXPECT_EQ(stored.watch.record.verdict.outcome, Outcome::Aborted);
    EXPECT_EQ(stored.watch.record.replacedBy, QString());
    ASSERT_EQ(reported.size(), 2U);
    EXPECT_EQ(reported.front(), stored.task);
    EXPECT_EQ(m_registry->counts().ended, (std::map<TaskState, qint64>{{TaskState::Aborted, 1}}));
    EXPECT_EQ(m_registry->running(), 1);
}

namespace {

/// Two replicas with one database.
class TwoReplicas : public TaskRegistryTest
{
protected:
    void SetUp() override
    {
        TaskRegistryTest::SetUp();
        m_registry.reset();
        startReplica(0);
        startReplica(1);
    }

    /// Starts a replica, or restarts it as after a kill: its last changes are not written and its leases stay.
    void startReplica(std::size_t index)
    {
        m_replicas[index].reset();
        m_stores[index] = TaskStore::open(m_address, m_clock).value();
        m_replicas[index] = std::make_unique<TaskRegistry>(*m_stores[index], m_clients, m_clock, TaskLimits(),
                                                           u"replica %1"_s.arg(++m_started));
        QObject::connect(m_replicas[index].get(), &TaskRegistry::taskChanged, [this](const Task &task) {
            if (task.state != TaskState::InProgress)
                ++m_ends[task.id];
        });
    }

    void turn()
    {
        m_clock.advance(kTurn);
        for (const auto &replica : m_replicas)
            replica->tend();
    }

    /// Lets a random event happen, or none.
    void runRandomOperation()
    {
        if (chance(15)) {
            const auto added = add(u"shop-%1"_s.arg(m_ids.size()), m_replicas[m_random() % 2].get());
            ASSERT_TRUE(added);
            m_ids += added->id;
        }
        if (chance(4))
            m_clock.jump(Duration{static_cast<qint64>(m_random() % 7'200'000) - 3'600'000});
        if (chance(8))
            startReplica(m_random() % 2);
        std::optional<TaskDatabase> other;
        std::optional<TaskTransaction> lock;
        if (chance(1)) { // blocks all writing
            other.emplace(m_address, m_clock);
            ASSERT_TRUE(lock.emplace(*other).begin());
        }
        turn();
    }

    [[nodiscard]] bool chance(int percent) { return static_cast<int>(m_random() % 100) < percent; }

    static constexpr Duration kTurn{5'000};

    std::mt19937 m_random{20261201};
    std::array<std::unique_ptr<TaskStore>, 2> m_stores;
    std::array<std::unique_ptr<TaskRegistry>, 2> m_replicas;
    int m_started = 0;
    QStringList m_ids;
    std::map<QString, int> m_ends; ///< how often the end was reported, by ID
};

} // namespace

/// Replicas are killed at random times, the clock is set, and sometimes the database cannot be written.
TEST_F(TwoReplicas, LoseNoTaskAndEndNoneTwice)
{
    for (int turns = 0; turns < 300; ++turns)
        runRandomOperation();
    // A replica that takes over a task after the clock was set back gives it the full timeout again.
    for (auto calm = kTimeout + kLastCheck + Duration{60'000}; calm > Duration{0}; calm -= kTurn)
        turn();
    EXPECT_GT(m_ids.size(), 20);
    for (const auto &id : std::as_const(m_ids)) {
        EXPECT_EQ(stateOf(id), TaskState::Aborted) << id.toStdString();
        EXPECT_LE(m_ends[id], 1) << "the end is reported at most once";
    }
    EXPECT_EQ(m_store->countRunning(), 0);
}

namespace {

/// A store's thread whose calls wait until the test releases them.
class HeldTaskThread final
{
public:
    HeldTaskThread(const DatabaseAddress &address, const Clock &clock)
        : thread(address, clock)
    {
        hold();
    }
    ~HeldTaskThread() { release(); }
    HeldTaskThread(const HeldTaskThread &) = delete;
    HeldTaskThread &operator=(const HeldTaskThread &) = delete;

    /// Again, after release().
    void hold()
    {
        m_release.emplace();
        const auto begun = std::make_shared<std::promise<void>>();
        thread.run(
            &m_context,
            [begun, held = m_release->get_future().share()](TaskStore &) -> Result<bool> {
                begun->set_value();
                held.wait();
                return true;
            },
            [](const Result<bool> &) {});
        begun->get_future().wait(); // then a test may advance the clock, which the thread reads before
    }

    void release()
    {
        if (m_release)
            m_release->set_value();
        m_release.reset();
    }

    /// Waits for all calls so far, and for those that their answers make.
    [[nodiscard]] bool settle()
    {
        for (int turn = 0; turn < 3; ++turn) {
            bool isDone = false;
            thread.run(
                &m_context, [](TaskStore &store) { return store.countRunning(); },
                [&isDone](const Result<qint64> &) { isDone = true; });
            if (!waitUntil([&isDone] { return isDone; }))
                return false;
        }
        return true;
    }

    TaskThread thread;

private:
    QObject m_context;
    std::optional<std::promise<void>> m_release; ///< empty: not held
};

} // namespace

TEST_F(TaskRegistryTest, RegisteringAndChangingTasksDoesNotWaitForTheDatabase)
{
    const auto running = add(u"running"_s);
    ASSERT_TRUE(running);
    const auto ended = add(u"ended"_s);
    ASSERT_TRUE(ended);
    ASSERT_TRUE(m_registry->leave());
    HeldTaskThread held(m_address, m_clock);
    TaskRegistry registry(held.thread, m_clients, m_clock, {.answer = std::chrono::hours(1)}, u"me"_s);
    std::vector<QFuture<Result<Task>>> futures;
    for (int i = 0; i < 200; ++i)
        futures.push_back(adding(u"app-%1"_s.arg(i), registry));
    futures.push_back(registry.extend(running->id, 5'000));
    futures.push_back(registry.cancel(ended->id));
    registry.tend();
    EXPECT_TRUE(std::ranges::none_of(futures, [](const auto &future) { return future.isFinished(); }));
    EXPECT_EQ(registry.running(), 0) << "nothing is followed that is not stored";
    held.release();
    ASSERT_TRUE(
        waitUntil([&] { return std::ranges::all_of(futures, [](const auto &future) { return future.isFinished(); }); },
                  Duration{120'000}));
    for (const auto &future : futures)
        EXPECT_TRUE(future.result());
    EXPECT_GE(registry.running(), 200);
    EXPECT_EQ(m_store->task(running->id).value()->timeout, 5'000);
    EXPECT_EQ(stateOf(ended->id), TaskState::Cancelled);
}

TEST_F(TaskRegistryTest, TaskThatTimesOutDuringItsExtensionContinues)
{
    HeldTaskThread held(m_address, m_clock);
    TaskRegistry registry(held.thread, m_clients, m_clock, {.answer = std::chrono::hours(1)}, u"me"_s);
    const auto task = adding(u"shop-web"_s, registry);
    held.release();
    ASSERT_TRUE(waitFor(task));
    const auto id = task.result().value().id;
    held.hold();
    const auto extension = registry.extend(id, 5'000);
    m_clock.advance(kTimeout);
    registry.tend();
    m_clock.advance(kLastCheck);
    registry.tend(); // ends the task, but cannot write this
    held.release();
    ASSERT_TRUE(waitFor(extension));
    ASSERT_TRUE(extension.result()) << extension.result().error().message.toStdString();
    for (int turn = 0; turn < 3; ++turn) {
        registry.tend();
        ASSERT_TRUE(held.settle());
    }
    m_clock.advance(kLastCheck);
    registry.tend();
    ASSERT_TRUE(held.settle());
    EXPECT_EQ(stateOf(id), TaskState::InProgress);
    EXPECT_EQ(registry.running(), 1);
    EXPECT_EQ(registry.counts().ended.size(), 0U);
}

TEST_F(TaskRegistryTest, TasksBeingStoredCountAndReplaceEachOtherInOrder)
{
    HeldTaskThread held(m_address, m_clock);
    TaskRegistry registry(held.thread, m_clients, m_clock, {.running = 2, .answer = std::chrono::hours(1)}, u"me"_s);
    const auto first = adding(u"shop-web"_s, registry);
    const auto second = adding(u"shop-web"_s, registry);
    const auto third = adding(u"shop-api"_s, registry);
    ASSERT_TRUE(third.isFinished());
    EXPECT_EQ(third.result().error().kind, Error::Kind::NotAllowed);
    held.release();
    ASSERT_TRUE(waitFor(second));
    ASSERT_TRUE(first.result() && second.result());
    EXPECT_EQ(stateOf(first.result()->id), TaskState::Cancelled);
    EXPECT_EQ(stateOf(second.result()->id), TaskState::InProgress);
    EXPECT_EQ(registry.running(), 1);
}

TEST_F(TaskRegistryTest, TaskCancelledBeforeStorageIsNotStored)
{
    HeldTaskThread held(m_address, m_clock);
    TaskRegistry registry(held.thread, m_clients, m_clock, {.answer = Duration{20}}, u"me"_s);
    const auto task = adding(u"shop-web"_s, registry);
    ASSERT_TRUE(waitFor(task));
    EXPECT_EQ(task.result().error().kind, Error::Kind::Unreachable);
    bool isDone = false;
    QObject context;
    held.thread.run(
        &context, [](TaskStore &store) { return store.countRunning(); },
        [&](const Result<qint64> &count) {
            EXPECT_EQ(count.value(), 0);
            isDone = true;
        });
    held.release();
    EXPECT_TRUE(waitUntil([&] { return isDone; }));
    EXPECT_EQ(registry.running(), 0);
}

TEST_F(TaskRegistryTest, DestroyedRegistryAnswersNothing)
{
    HeldTaskThread held(m_address, m_clock);
    auto registry = std::make_unique<TaskRegistry>(held.thread, m_clients, m_clock, TaskLimits(), u"me"_s);
    const auto task = adding(u"shop-web"_s, *registry);
    registry.reset();
    held.release();
    EXPECT_TRUE(waitFor(task));
    EXPECT_TRUE(task.isCanceled());
}

} // namespace lynceus::test
