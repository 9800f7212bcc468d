#include "core/io/tasks/taskstore.h"

#include "core/domain/watch/watchrequests.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace {

constexpr Duration kLease{15'000};

class TaskStoreTest : public testing::Test
{
protected:
    [[nodiscard]] DatabaseAddress address() const
    {
        DatabaseAddress address;
        address.file = m_folder.filePath(u"tasks.db"_s);
        return address;
    }

    [[nodiscard]] std::unique_ptr<TaskStore> open()
    {
        auto opened = TaskStore::open(address(), m_clock);
        EXPECT_TRUE(opened) << opened.error().message.toStdString();
        return std::move(*opened);
    }

    [[nodiscard]] StoredTask task(const QString &id, const QString &app = u"shop-web"_s) const
    {
        StoredTask stored;
        stored.task = {.id = id,
                       .instance = u"prod"_s,
                       .app = app,
                       .author = u"ada"_s,
                       .project = u"https://git.acme.example/shop"_s,
                       .images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}},
                       .timeout = 45,
                       .refresh = {},
                       .created = m_clock.now(),
                       .updated = m_clock.now()};
        WatchRequest request;
        request.application = {u"prod"_s, {}, app};
        request.images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        stored.watch.record = beginningOf(request, id, m_clock.now());
        return stored;
    }

    [[nodiscard]] static StoredTask ended(StoredTask task, TaskState state)
    {
        task.task.state = state;
        task.task.reason = u"because"_s;
        task.watch.record.verdict.outcome = Outcome::Failed;
        task.watch.memory = {};
        return task;
    }

    static std::optional<StoredTask> keep(const StoredTask &) { return std::nullopt; }

    FakeClock m_clock;
    QTemporaryDir m_folder;
};

QStringList idsOf(const std::vector<StoredTask> &tasks)
{
    QStringList ids;
    for (const auto &task : tasks)
        ids += task.task.id;
    return ids;
}

QStringList idsOf(const std::vector<Task> &tasks)
{
    QStringList ids;
    for (const auto &task : tasks)
        ids += task.id;
    return ids;
}

} // namespace

TEST_F(TaskStoreTest, KeepsATaskWithItsWatchAcrossARestart)
{
    auto written = task(u"a"_s);
    written.watch.memory = QCborMap{{u"x"_s, 7}};
    {
        auto store = open();
        ASSERT_TRUE(store->add(written, u"me"_s, kLease, keep));
    }
    auto store = open();
    const auto read = store->stored(u"a"_s);
    ASSERT_TRUE(read && *read);
    EXPECT_EQ((*read)->task, written.task);
    EXPECT_EQ((*read)->watch.record, written.watch.record);
    EXPECT_EQ((*read)->watch.memory, written.watch.memory);
    EXPECT_EQ(store->task(u"a"_s).value().value(), written.task);
    EXPECT_EQ(store->task(u"b"_s).value(), std::nullopt);
}

TEST_F(TaskStoreTest, ATaskThatHasEndedNeverChanges)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s).value(), ElementsAre());
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Deployed)}, u"me"_s).value(), ElementsAre(u"a"_s));
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::Failed);
    EXPECT_EQ(store->task(u"a"_s).value()->reason, u"because"_s);
}

TEST_F(TaskStoreTest, OnlyTheOwnerOfTheLeaseChangesATask)
{
    auto store = open();
    auto other = open(); // another process
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    EXPECT_THAT(other->takeOver(u"two"_s, kLease, 9).value(), testing::IsEmpty());
    EXPECT_THAT(other->save({ended(task(u"a"_s), TaskState::Failed)}, u"two"_s).value(), ElementsAre(u"a"_s));

    m_clock.advance(kLease - Duration{1});
    EXPECT_THAT(store->renew(u"one"_s, kLease).value(), ElementsAre(u"a"_s));
    m_clock.advance(kLease);
    EXPECT_THAT(other->takeOver(u"two"_s, kLease, 9).value(), testing::IsEmpty());
    m_clock.advance(Duration{1});
    EXPECT_THAT(idsOf(other->takeOver(u"two"_s, kLease, 9).value()), ElementsAre(u"a"_s));
    // Whoever lost it hears of it and writes nothing, however good its verdict is.
    EXPECT_THAT(store->renew(u"one"_s, kLease).value(), testing::IsEmpty());
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Deployed)}, u"one"_s).value(), ElementsAre(u"a"_s));
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::InProgress);
}

TEST_F(TaskStoreTest, WhoEndsInOrderLeavesItsTasksAtOnce)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    ASSERT_TRUE(store->release(u"one"_s));
    EXPECT_THAT(idsOf(store->takeOver(u"two"_s, kLease, 9).value()), ElementsAre(u"a"_s));
}

TEST_F(TaskStoreTest, ANewTaskEndsThoseThatItReplacesInTheSameMoment)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    ASSERT_TRUE(store->add(task(u"b"_s, u"other"_s), u"one"_s, kLease, keep));
    QStringList asked;
    const auto replaced = store->add(task(u"c"_s), u"two"_s, kLease, [&](const StoredTask &older) {
        asked += older.task.id;
        return ended(older, TaskState::Cancelled);
    });
    EXPECT_THAT(asked, ElementsAre(u"a"_s));
    EXPECT_THAT(idsOf(replaced.value()), ElementsAre(u"a"_s));
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::Cancelled);
    EXPECT_EQ(store->task(u"b"_s).value()->state, TaskState::InProgress);
    EXPECT_EQ(store->countRunning().value(), 2);
}

TEST_F(TaskStoreTest, ListsTheNewestFirstWithinItsBounds)
{
    auto store = open();
    const auto first = m_clock.now().time_since_epoch().count() / 1000;
    for (const auto *id : {"a", "b", "c"}) {
        ASSERT_TRUE(
            store->add(task(QString::fromLatin1(id), u"app-"_s + QString::fromLatin1(id)), u"me"_s, kLease, keep));
        m_clock.advance(Duration{1'000});
    }
    ASSERT_TRUE(store->save({ended(task(u"b"_s), TaskState::Failed)}, u"me"_s));
    const auto ids = [&](const TaskQuery &query) { return idsOf(store->tasks(query).value().tasks); };
    EXPECT_THAT(ids({}), ElementsAre(u"c"_s, u"b"_s, u"a"_s));
    EXPECT_THAT(ids({.after = first}), ElementsAre(u"c"_s, u"b"_s));
    EXPECT_THAT(ids({.until = first}), ElementsAre(u"a"_s));
    EXPECT_THAT(ids({.app = u"app-a"_s}), ElementsAre(u"a"_s));
    EXPECT_THAT(ids({.app = u"app-a' OR '1'='1"_s}), ElementsAre());
    EXPECT_THAT(ids({.state = TaskState::Failed}), ElementsAre(u"b"_s));
    EXPECT_THAT(ids({.limit = 1, .offset = 1}), ElementsAre(u"b"_s));
    EXPECT_EQ(store->tasks({.limit = 1}).value().total, 3);
}

TEST_F(TaskStoreTest, ForgetsWhatEndedLongAgo)
{
    auto store = open();
    for (const auto *id : {"a", "b"})
        ASSERT_TRUE(store->add(task(QString::fromLatin1(id), QString::fromLatin1(id)), u"me"_s, kLease, keep));
    ASSERT_TRUE(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s));
    EXPECT_EQ(store->retain(std::chrono::hours(24)).value(), 0);
    m_clock.advance(std::chrono::hours(25));
    EXPECT_EQ(store->retain(std::chrono::hours(24)).value(), 1);
    EXPECT_EQ(store->task(u"a"_s).value(), std::nullopt);
    EXPECT_EQ(store->task(u"b"_s).value()->state, TaskState::InProgress); // what runs is always kept
}

TEST_F(TaskStoreTest, ADatabaseThatCannotBeUsedIsSaidAndNoEmptyList)
{
    {
        QFile file(address().file);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
    }
    const auto opened = TaskStore::open(address(), m_clock);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().message.contains(address().file));
}

TEST_F(TaskStoreTest, ANewerSchemaIsRefused)
{
    {
        TaskDatabase database(address(), m_clock);
        ASSERT_TRUE(database.run(u"CREATE TABLE lynceus_schema(version BIGINT NOT NULL)"_s));
        ASSERT_TRUE(database.run(u"INSERT INTO lynceus_schema(version) VALUES(99)"_s));
    }
    const auto opened = TaskStore::open(address(), m_clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(opened.error().message.contains(u"newer version"_s));
}

} // namespace lynceus::test
