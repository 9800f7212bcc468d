#include "core/io/tasks/taskstore.h"

#include "core/domain/watch/watchrequests.h"
#include "core/io/tasks/taskschema.h"
#include "tests/support/fakeclock.h"
#include "tests/support/postgrescluster.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace {

constexpr Duration kLease{15'000};

using DatabaseKind = DatabaseAddress::Kind;

class TaskStoreTest : public testing::TestWithParam<DatabaseKind>
{
protected:
    static void TearDownTestSuite()
    {
        delete s_cluster;
        s_cluster = nullptr;
    }

    void SetUp() override
    {
        if (GetParam() == DatabaseKind::Sqlite)
            return;
        if (!PostgresCluster::isInstalled())
            GTEST_SKIP() << "PostgreSQL is not installed: postgresql, libqt6sql6-psql";
        if (!s_cluster) {
            s_cluster = new PostgresCluster;
            ASSERT_TRUE(s_cluster->start());
        }
        // The first statement of a new cluster may exceed the time limit of a statement on a busy machine.
        ASSERT_TRUE(test::waitUntil([this] {
            TaskDatabase database(address(), m_clock);
            return bool(
                database.run(u"DROP TABLE IF EXISTS task, task_change, outbox, deploy_token, lynceus_schema"_s));
        }));
    }

    [[nodiscard]] DatabaseAddress address() const
    {
        if (GetParam() == DatabaseKind::Postgres)
            return s_cluster->address();
        DatabaseAddress address;
        address.file = m_folder.filePath(u"tasks.db"_s);
        return address;
    }

    /// Advances the clock and, for PostgreSQL, moves the stored times back, because the database uses its own clock.
    void elapse(Duration by)
    {
        m_clock.advance(by);
        if (GetParam() == DatabaseKind::Sqlite)
            return;
        TaskDatabase database(address(), m_clock);
        ASSERT_TRUE(database.run(u"UPDATE task SET lease_until=lease_until-%1, updated=updated-%1"_s.arg(by.count())));
        ASSERT_TRUE(database.run(
            u"UPDATE outbox SET lease_until=lease_until-%1, due=due-%1, first_try=first_try-%1, created=created-%1"_s
                .arg(by.count())));
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
                       .revision = u"v1.5.0"_s,
                       .chartVersion = u"1.5.2"_s,
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

    static PostgresCluster *s_cluster; ///< shared by all tests of this process, because it takes seconds to start

    FakeClock m_clock{SystemClock().now()};
    QTemporaryDir m_folder;
};

PostgresCluster *TaskStoreTest::s_cluster = nullptr;

class SqliteTaskStoreTest : public TaskStoreTest
{ };

class PostgresTaskStoreTest : public TaskStoreTest
{ };

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

TEST_P(TaskStoreTest, KeepsTaskAndWatchAcrossARestart)
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

TEST_P(TaskStoreTest, EndedTaskDoesNotChange)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s).value(), ElementsAre());
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Deployed)}, u"me"_s).value(), ElementsAre(u"a"_s));
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::Failed);
    EXPECT_EQ(store->task(u"a"_s).value()->reason, u"because"_s);
}

TEST_P(TaskStoreTest, ExtendedTaskDoesNotExpire)
{
    auto store = open();
    auto other = open(); // another process
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    EXPECT_TRUE(other->extend(u"a"_s, 90).value());
    EXPECT_FALSE(other->extend(u"b"_s, 90).value());
    EXPECT_EQ(store->timeouts(u"me"_s).value(), (QHash<QString, qint64>{{u"a"_s, 90}}));
    auto late = ended(task(u"a"_s), TaskState::Failed);
    late.watch.record.verdict.outcome = Outcome::TimedOut;
    EXPECT_THAT(store->save({late}, u"me"_s).value(), ElementsAre(u"a"_s));
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::InProgress);
    late.task.timeout = 90;
    EXPECT_THAT(store->save({late}, u"me"_s).value(), ElementsAre());
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::Failed);
    EXPECT_FALSE(other->extend(u"a"_s, 99).value());
    EXPECT_FALSE(other->endNow(late).value());
}

TEST_P(TaskStoreTest, OnlyTheOwnerOfTheLeaseChangesATask)
{
    auto store = open();
    auto other = open(); // another process
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    EXPECT_THAT(other->takeOver(u"two"_s, kLease, 9).value(), testing::IsEmpty());
    EXPECT_THAT(other->save({ended(task(u"a"_s), TaskState::Failed)}, u"two"_s).value(), ElementsAre(u"a"_s));

    elapse(kLease / 2);
    EXPECT_THAT(store->renew(u"one"_s, kLease).value(), ElementsAre(u"a"_s));
    elapse(kLease / 2);
    EXPECT_THAT(other->takeOver(u"two"_s, kLease, 9).value(), testing::IsEmpty());
    elapse(kLease / 2 + Duration{1});
    EXPECT_THAT(idsOf(other->takeOver(u"two"_s, kLease, 9).value()), ElementsAre(u"a"_s));
    // A process that lost the lease is told so, and cannot write even a good verdict.
    EXPECT_THAT(store->renew(u"one"_s, kLease).value(), testing::IsEmpty());
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Deployed)}, u"one"_s).value(), ElementsAre(u"a"_s));
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::InProgress);
}

TEST_P(TaskStoreTest, CleanShutdownReleasesTasksImmediately)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    ASSERT_TRUE(store->release(u"one"_s));
    EXPECT_THAT(idsOf(store->takeOver(u"two"_s, kLease, 9).value()), ElementsAre(u"a"_s));
}

TEST_P(TaskStoreTest, NewTaskEndsReplacedTasksAtomically)
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

TEST_P(TaskStoreTest, ApplicationIsTheSameWithAndWithoutNamespace)
{
    auto store = open();
    QStringList asked;
    const auto ask = [&](const StoredTask &older) -> std::optional<StoredTask> {
        asked += older.task.id;
        return std::nullopt;
    };
    ASSERT_TRUE(store->add(task(u"a"_s, u"shop_1"_s), u"me"_s, kLease, keep));
    m_clock.advance(Duration{1});
    ASSERT_TRUE(store->add(task(u"b"_s, u"argocd/shop_1"_s), u"me"_s, kLease, ask));
    EXPECT_THAT(asked, ElementsAre(u"a"_s));
    asked.clear();
    m_clock.advance(Duration{1});
    ASSERT_TRUE(store->add(task(u"c"_s, u"argocd/shopx1"_s), u"me"_s, kLease, ask));
    ASSERT_TRUE(store->add(task(u"d"_s, u"my-shop_1"_s), u"me"_s, kLease, ask));
    EXPECT_THAT(asked, ElementsAre());
    m_clock.advance(Duration{1});
    ASSERT_TRUE(store->add(task(u"e"_s, u"shop_1"_s), u"me"_s, kLease, ask));
    EXPECT_THAT(asked, ElementsAre(u"a"_s, u"b"_s));
}

TEST_P(TaskStoreTest, UnreadableFreeTasksHideNoOthers)
{
    auto store = open();
    for (const auto *id : {"a", "b", "c", "d", "e"}) {
        const auto name = QString::fromLatin1(id);
        ASSERT_TRUE(store->add(task(name, name), u"one"_s, kLease, keep));
        m_clock.advance(Duration{1});
    }
    {
        TaskDatabase database(address(), m_clock);
        ASSERT_TRUE(database.run(u"UPDATE task SET record='?' WHERE id IN ('a', 'b', 'd')"_s));
    }
    ASSERT_TRUE(store->release(u"one"_s));
    QLoggingCategory::setFilterRules(u"lynceus.store=false"_s); // hides the warning about each broken record
    const auto rules = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    EXPECT_THAT(idsOf(store->takeOver(u"two"_s, kLease, 1).value()), ElementsAre(u"c"_s));
    EXPECT_THAT(idsOf(store->takeOver(u"two"_s, kLease, 2).value()), ElementsAre(u"e"_s));
    EXPECT_THAT(idsOf(store->takeOver(u"two"_s, kLease, 2).value()), ElementsAre());
}

TEST_P(TaskStoreTest, ListsTheNewestFirstWithinItsBounds)
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

TEST_P(TaskStoreTest, NumbersChangesInOrderOfVisibility)
{
    auto store = open();
    auto other = open(); // another process
    const auto changes = [&](qint64 after, const TaskChangeFilter &filter = {}, bool onlyRunning = false) {
        QStringList seen;
        const auto found =
            store->changeLog().between(after, store->changeLog().last().value(), filter, onlyRunning, 9).value();
        for (const auto &change : found)
            seen += change.id + QString::number(change.number);
        return seen;
    };
    EXPECT_EQ(store->changeLog().last().value(), 0);
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    ASSERT_TRUE(other->add(task(u"b"_s, u"other"_s), u"two"_s, kLease, keep));
    EXPECT_THAT(changes(0), ElementsAre(u"a1"_s, u"b2"_s));
    auto silent = task(u"a"_s);
    silent.isNews = false;
    ASSERT_TRUE(store->save({silent}, u"one"_s));
    EXPECT_EQ(other->changeLog().last().value(), 2);
    ASSERT_TRUE(other->save({task(u"b"_s, u"other"_s), task(u"a"_s)}, u"two"_s)); // "two" does not hold the lease of a
    EXPECT_THAT(changes(0), ElementsAre(u"a1"_s, u"b3"_s));
    ASSERT_TRUE(other->add(task(u"c"_s), u"two"_s, kLease,
                           [](const StoredTask &older) { return ended(older, TaskState::Cancelled); }));
    EXPECT_THAT(changes(0), ElementsAre(u"b3"_s, u"a4"_s, u"c5"_s));
    EXPECT_THAT(changes(3), ElementsAre(u"a4"_s, u"c5"_s));
    EXPECT_THAT(changes(0, {}, true), ElementsAre(u"b3"_s, u"c5"_s));
    EXPECT_THAT(changes(0, {u"a"_s, {}, {}}), ElementsAre(u"a4"_s));
    EXPECT_THAT(changes(0, {{}, u"other"_s, u"https://git.acme.example/shop"_s}), ElementsAre(u"b3"_s));
    EXPECT_THAT(changes(0, {{}, {}, u"x"_s}), ElementsAre());
    EXPECT_EQ(store->changeLog().between(0, 4, {}, false, 9).value().size(), 2U);
    EXPECT_EQ(store->changeLog().between(0, 5, {}, false, 1).value().size(), 1U);
}

TEST_P(TaskStoreTest, TasksOfTheFirstSchemaGetNumbers)
{
    {
        auto store = open();
        ASSERT_TRUE(store->add(task(u"b"_s), u"one"_s, kLease, keep));
        m_clock.advance(Duration{1});
        ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    }
    {
        TaskDatabase database(address(), m_clock);
        for (const auto &statement :
             {u"DROP INDEX task_changed"_s, u"DROP INDEX task_project"_s, u"ALTER TABLE task DROP COLUMN change"_s,
              u"ALTER TABLE task DROP COLUMN revision"_s, u"ALTER TABLE task DROP COLUMN chart_version"_s,
              u"ALTER TABLE task DROP COLUMN token"_s, u"DROP TABLE deploy_token"_s, u"DROP TABLE task_change"_s,
              u"DROP TABLE outbox"_s, u"UPDATE lynceus_schema SET version=1"_s})
            ASSERT_TRUE(database.run(statement)) << statement.toStdString();
    }
    auto store = open();
    const auto changes = store->changeLog().between(0, 9, {}, true, 9).value();
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0], (TaskChange{1, u"b"_s, u"shop-web"_s, u"https://git.acme.example/shop"_s}));
    EXPECT_EQ(changes[1].number, 2);
    EXPECT_EQ(store->changeLog().last().value(), 2);
}

// A reader that has seen a number has seen all changes below it, even while other transactions are in progress.
TEST_P(PostgresTaskStoreTest, ChangesAppearInIncreasingOrder)
{
    auto store = open();
    auto other = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    const auto added = store->add(task(u"b"_s), u"one"_s, kLease, [&](const StoredTask &older) {
        EXPECT_TRUE(other->add(task(u"c"_s, u"other"_s), u"two"_s, kLease, keep));
        EXPECT_EQ(other->changeLog().last().value(), 2); // the first transaction is still in progress
        return ended(older, TaskState::Cancelled);
    });
    ASSERT_TRUE(added);
    const auto changes = other->changeLog().between(2, other->changeLog().last().value(), {}, false, 9).value();
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].id, u"a"_s);
    EXPECT_EQ(changes[1].number, 4);
}

// After a failover, the address may lead to a standby: it rejects writes, and what it returns may be old.
TEST_P(PostgresTaskStoreTest, ReadOnlyServerIsNotUsed)
{
    TaskDatabase operatorsConnection(address(), m_clock);
    TaskDatabase connected(address(), m_clock);
    TaskDatabase other(address(), m_clock);
    ASSERT_TRUE(operatorsConnection.run(u"SET client_min_messages TO warning"_s));
    ASSERT_TRUE(connected.run(u"SET default_transaction_read_only TO on"_s));
    const auto written = connected.run(u"CREATE TABLE outbox(id TEXT)"_s);
    EXPECT_TRUE(written) << "the new connection is writable: " << written.error().message.toStdString();

    const auto restored = qScopeGuard(
        [&] { std::ignore = operatorsConnection.run(u"ALTER ROLE lynceus RESET default_transaction_read_only"_s); });
    ASSERT_TRUE(operatorsConnection.run(u"ALTER ROLE lynceus SET default_transaction_read_only TO on"_s));
    const auto read = other.ask(u"SELECT 1"_s);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Error::Kind::Unreachable) << read.error().message.toStdString();
    EXPECT_EQ(read.error().message.count(u'\n'), 0) << read.error().message.toStdString();
    ASSERT_TRUE(operatorsConnection.run(u"ALTER ROLE lynceus RESET default_transaction_read_only"_s));
    m_clock.advance(Duration{1'000});
    EXPECT_TRUE(other.ask(u"SELECT 1"_s)) << "the server is writable again";
}

TEST_P(TaskStoreTest, RemovesTasksThatEndedLongAgo)
{
    auto store = open();
    for (const auto *id : {"a", "b"})
        ASSERT_TRUE(store->add(task(QString::fromLatin1(id), QString::fromLatin1(id)), u"me"_s, kLease, keep));
    ASSERT_TRUE(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s));
    EXPECT_EQ(store->retain(std::chrono::hours(24)).value(), 0);
    EXPECT_EQ(store->changeLog().lastRemoval().value(), 0);
    const auto before = store->changeLog().last().value();
    elapse(std::chrono::hours(25));
    EXPECT_EQ(store->retain(std::chrono::hours(24)).value(), 1);
    EXPECT_EQ(store->changeLog().lastRemoval().value(), before + 1) << "streams are notified";
    EXPECT_EQ(store->changeLog().last().value(), before + 1);
    EXPECT_EQ(store->task(u"a"_s).value(), std::nullopt);
    EXPECT_EQ(store->task(u"b"_s).value()->state, TaskState::InProgress); // running tasks are always kept
}

TEST_P(SqliteTaskStoreTest, RejectsOtherFiles)
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

TEST_P(TaskStoreTest, TokenIsFoundByItsIdUntilRevoked)
{
    const auto store = open();
    auto tokens = store->deployTokens();
    EXPECT_TRUE(tokens.all().value().empty());
    const auto token = tokens.create(u"shop"_s).value().reveal();
    const auto other = tokens.create(u"api.v2_x-1"_s).value().reveal();
    EXPECT_NE(token, other);
    const auto id = deployTokenId(token);
    ASSERT_TRUE(id);
    const auto found = tokens.find(*id).value();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, u"shop"_s);
    EXPECT_EQ(found->hash, deployTokenHash(token));
    EXPECT_FALSE(tokens.find(u"0123456789abcdef"_s).value());

    auto used = task(u"a"_s);
    used.task.token = u"shop"_s;
    ASSERT_TRUE(store->add(used, u"me"_s, kLease, keep));
    EXPECT_EQ(store->task(u"a"_s).value()->token, u"shop"_s);
    const auto replica = open();
    EXPECT_TRUE(replica->deployTokens().revoke(u"shop"_s).value());
    EXPECT_FALSE(replica->deployTokens().revoke(u"shop"_s).value());
    EXPECT_FALSE(tokens.find(*id).value());
    const auto all = tokens.all().value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, u"api.v2_x-1"_s);
    EXPECT_FALSE(all[0].usedAt);
    EXPECT_EQ(all[1].tasks, 1);
    EXPECT_TRUE(all[1].revoked);
    EXPECT_TRUE(all[1].usedAt);
}

TEST_P(TaskStoreTest, TokenNamesAreUnique)
{
    const auto store = open();
    auto tokens = store->deployTokens();
    ASSERT_TRUE(tokens.create(u"shop"_s));
    ASSERT_TRUE(tokens.revoke(u"shop"_s));
    EXPECT_EQ(tokens.create(u"shop"_s).error().kind, Error::Kind::BadInput) << "tasks name the old token";
    for (const auto &name : {u""_s, u"a b"_s, u"a\nb"_s, u"é"_s, QString(65, u'a'), u"a;b"_s, u"jwt"_s, u"JWT"_s})
        EXPECT_EQ(tokens.create(name).error().kind, Error::Kind::BadInput) << name.toStdString();
    for (const auto *text : {"", "lynceus_", "lynceus_0123456789abcdef_", "lynceus_0123456789abcdeg_0"})
        EXPECT_FALSE(deployTokenId(text)) << text;
}

TEST_P(TaskStoreTest, TablesWithoutDeployTokensAreMigrated)
{
    std::ignore = open();
    {
        TaskDatabase database(address(), m_clock);
        ASSERT_TRUE(database.run(u"DROP TABLE deploy_token"_s));
        ASSERT_TRUE(database.run(u"ALTER TABLE task DROP COLUMN token"_s));
        ASSERT_TRUE(database.run(u"DROP INDEX task_project"_s));
        ASSERT_TRUE(database.run(u"ALTER TABLE task_change DROP COLUMN removed"_s));
        ASSERT_TRUE(database.run(u"UPDATE lynceus_schema SET version=4"_s));
    }
    const auto store = open();
    EXPECT_TRUE(store->deployTokens().create(u"shop"_s));
    EXPECT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    EXPECT_EQ(store->changeLog().lastRemoval().value(), 0);
}

TEST_P(TaskStoreTest, OtherCommandsNeitherCreateNorMigrateTables)
{
    const auto fault = [this] {
        const auto opened = TaskStore::openExisting(address(), m_clock);
        EXPECT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, Error::Kind::BadInput);
        return opened ? QString() : opened.error().message;
    };
    EXPECT_TRUE(fault().contains(u"start \"lynceus serve\""_s)) << fault().toStdString();
    EXPECT_EQ(fault().count(u'\n'), 0);
    if (GetParam() == DatabaseKind::Sqlite) {
        EXPECT_FALSE(QFile::exists(address().file));
        QFile file(address().file);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly)); // an empty database
    }
    EXPECT_TRUE(fault().contains(u"has no tables of Lynceus"_s)) << fault().toStdString();
    std::ignore = open();
    TaskDatabase database(address(), m_clock);
    ASSERT_TRUE(database.run(u"UPDATE lynceus_schema SET version=version-1"_s));
    EXPECT_TRUE(fault().contains(u"an older version"_s)) << fault().toStdString();
    ASSERT_TRUE(database.run(u"UPDATE lynceus_schema SET version=99"_s));
    EXPECT_TRUE(fault().contains(u"a newer version"_s)) << fault().toStdString();
    EXPECT_EQ(database.ask(u"SELECT version FROM lynceus_schema"_s).value().toInt(), 99) << "the schema is unchanged";
    ASSERT_TRUE(database.run(u"UPDATE lynceus_schema SET version=%1"_s.arg(taskSchemaVersion())));
    auto opened = TaskStore::openExisting(address(), m_clock);
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_TRUE((*opened)->deployTokens().create(u"shop"_s));
}

TEST_P(TaskStoreTest, NewerSchemaIsRejected)
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

// Messages for webhooks are written together with their event: none is lost, and Lynceus sends none twice.

namespace {

std::vector<OutboxMessage> reportAll(const StoredTask &task, TaskEvent event)
{
    return {{task.task.id, u"chat"_s, event, task.task.id.toUtf8() + char('0' + static_cast<int>(event))}};
}

QList<QByteArray> bodiesOf(const Result<std::vector<DueMessage>> &due)
{
    QList<QByteArray> bodies;
    for (const auto &one : due.value())
        bodies += one.message.body;
    return bodies;
}

} // namespace

TEST_P(TaskStoreTest, MessagesAreDeliveredInTaskOrderAndOnce)
{
    auto store = open();
    store->setMessages(reportAll);
    auto &outbox = store->outbox();
    auto running = task(u"a"_s);
    ASSERT_TRUE(store->add(running, u"me"_s, kLease, keep));
    running.watch.record.verdict.cause = Cause{.kind = Cause::Kind::ImagePull, .message = u"not found"_s};
    ASSERT_TRUE(store->save({running}, u"me"_s));
    ASSERT_TRUE(store->save({running}, u"me"_s));
    ASSERT_TRUE(store->save({ended(running, TaskState::Failed)}, u"me"_s));
    EXPECT_EQ(outbox.counts(u"chat"_s).value().pending, 3);
    ASSERT_TRUE(store->add(task(u"b"_s, u"other"_s), u"me"_s, kLease, keep));

    for (const auto &expected : {QList<QByteArray>{"a1", "b1"}, QList<QByteArray>{"a2"}, QList<QByteArray>{"a3"}}) {
        const auto due = outbox.take(u"chat"_s, u"me"_s, kLease, 9);
        EXPECT_EQ(bodiesOf(due), expected);
        EXPECT_TRUE(bodiesOf(outbox.take(u"chat"_s, u"another"_s, kLease, 9)).isEmpty())
            << "another owner holds the messages";
        for (const auto &one : *due)
            ASSERT_TRUE(outbox.setSent(one.message));
    }
    EXPECT_EQ(outbox.counts(u"chat"_s).value().pending, 0);
    ASSERT_TRUE(outbox.put(reportAll(running, TaskEvent::Failing)));
    EXPECT_EQ(outbox.counts(u"chat"_s).value().pending, 0) << "the message was delivered";
}

TEST_P(TaskStoreTest, MessagesOfImmediatelyEndedOrReplacedTasksExist)
{
    auto store = open();
    store->setMessages(reportAll);
    ASSERT_TRUE(store->add(ended(task(u"a"_s), TaskState::AppNotFound), u"me"_s, kLease, keep));
    EXPECT_EQ(store->outbox().counts(u"chat"_s).value().pending, 2);
    ASSERT_TRUE(store->add(task(u"b"_s), u"me"_s, kLease, keep));
    ASSERT_TRUE(store->add(task(u"c"_s), u"me"_s, kLease,
                           [](const StoredTask &older) { return std::optional(ended(older, TaskState::Cancelled)); }));
    EXPECT_EQ(store->outbox().counts(u"chat"_s).value().pending, 5);
    EXPECT_TRUE(store->outbox().take(u"another hook"_s, u"me"_s, kLease, 9).value().empty());
}

TEST_P(TaskStoreTest, MessageOfACrashedOwnerIsTakenOver)
{
    auto store = open();
    store->setMessages(reportAll);
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    auto &outbox = store->outbox();
    EXPECT_EQ(bodiesOf(outbox.take(u"chat"_s, u"me"_s, kLease, 9)), QList<QByteArray>{"a1"});
    elapse(kLease + Duration{1'000});
    EXPECT_EQ(bodiesOf(outbox.take(u"chat"_s, u"another"_s, kLease, 9)), QList<QByteArray>{"a1"});
    ASSERT_TRUE(outbox.release(u"another"_s));
    EXPECT_EQ(bodiesOf(outbox.take(u"chat"_s, u"third"_s, kLease, 9)), QList<QByteArray>{"a1"});
}

TEST_P(TaskStoreTest, FailedMessageIsRetriedLaterAndAbandonedOnesAreCounted)
{
    auto store = open();
    store->setMessages(reportAll);
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    ASSERT_TRUE(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s));
    auto &outbox = store->outbox();
    auto due = outbox.take(u"chat"_s, u"me"_s, kLease, 9).value();
    ASSERT_EQ(due.size(), 1U);
    ASSERT_TRUE(outbox.setFailed(due[0].message, Duration{60'000}));
    EXPECT_TRUE(outbox.take(u"chat"_s, u"me"_s, kLease, 9).value().empty()) << "the next message also waits";
    elapse(Duration{61'000});
    due = outbox.take(u"chat"_s, u"me"_s, kLease, 9).value();
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].tries, 1);
    EXPECT_GE(outbox.age(due[0]).value(), Duration{61'000});
    ASSERT_TRUE(outbox.setDead(due[0].message));
    EXPECT_EQ(outbox.counts(u"chat"_s).value().dead, 1);
    EXPECT_EQ(bodiesOf(outbox.take(u"chat"_s, u"me"_s, kLease, 9)), QList<QByteArray>{"a3"});
    elapse(Duration{3'600'000});
    ASSERT_TRUE(store->retain(Duration{60'000}));
    EXPECT_EQ(outbox.counts(u"chat"_s).value().dead, 0);
}

TEST_P(PostgresTaskStoreTest, ReportsAnUnreachableServerAndReconnects)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    s_cluster->kill();
    for (int i = 0; i < 2; ++i) { // the second call fails at once instead of waiting for a connection
        const auto list = store->tasks({});
        ASSERT_FALSE(list);
        EXPECT_EQ(list.error().kind, Error::Kind::Unreachable);
        EXPECT_TRUE(list.error().retryable);
    }
    EXPECT_FALSE(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s));
    ASSERT_TRUE(s_cluster->start());
    m_clock.advance(Duration{1'000});
    EXPECT_THAT(idsOf(store->tasks({}).value().tasks), ElementsAre(u"a"_s));
    EXPECT_THAT(store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s).value(), testing::IsEmpty());
}

TEST_P(PostgresTaskStoreTest, ServerRestartIsTransparent)
{
    auto store = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"me"_s, kLease, keep));
    const auto restart = [] {
        s_cluster->kill();
        ASSERT_TRUE(s_cluster->start());
    };
    restart();
    EXPECT_THAT(idsOf(store->tasks({}).value_or(TaskPage()).tasks), ElementsAre(u"a"_s));
    restart();
    const auto lost = store->save({ended(task(u"a"_s), TaskState::Failed)}, u"me"_s); // in a transaction
    ASSERT_TRUE(lost) << lost.error().message.toStdString();
    EXPECT_THAT(*lost, testing::IsEmpty());
    // A lost connection rolls back its transaction, so the whole operation fails.
    const auto added = store->add(task(u"b"_s), u"me"_s, kLease, keep);
    ASSERT_TRUE(added);
    EXPECT_FALSE(store->add(task(u"c"_s), u"me"_s, kLease, [&](const StoredTask &older) {
        restart();
        return ended(older, TaskState::Cancelled);
    }));
    EXPECT_EQ(store->task(u"b"_s).value()->state, TaskState::InProgress);
    EXPECT_EQ(store->task(u"c"_s).value(), std::nullopt);
}

TEST_P(PostgresTaskStoreTest, StalledReplicaDelaysOthersBriefly)
{
    auto store = open();
    auto other = open();
    ASSERT_TRUE(store->add(task(u"a"_s), u"one"_s, kLease, keep));
    // Qt's driver cannot free a statement of a failed transaction, and warns about it.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    const auto rules = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    std::optional<Error> refused;
    bool isIn = false;
    const SystemClock clock;
    const auto add = [&] { // waits for the lock of the other transaction
        const auto begun = clock.steady();
        const auto added = other->add(task(u"c"_s), u"two"_s, kLease, keep);
        EXPECT_LT(clock.steady() - begun, Duration{9'000});
        if (!added)
            refused = added.error();
        return added.has_value();
    };
    const auto added = store->add(task(u"b"_s), u"one"_s, kLease, [&](const StoredTask &older) {
        isIn = waitUntil(add, Duration{30'000}); // blocks the first transaction here
        return ended(older, TaskState::Cancelled);
    });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->kind, Error::Kind::Unreachable);
    EXPECT_TRUE(isIn);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().kind, Error::Kind::Unreachable);
    EXPECT_EQ(store->task(u"a"_s).value()->state, TaskState::InProgress);
    EXPECT_EQ(store->task(u"b"_s).value(), std::nullopt);
    EXPECT_TRUE(store->add(task(u"b"_s), u"one"_s, kLease, keep));
}

INSTANTIATE_TEST_SUITE_P(Sqlite, TaskStoreTest, testing::Values(DatabaseKind::Sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, SqliteTaskStoreTest, testing::Values(DatabaseKind::Sqlite));
INSTANTIATE_TEST_SUITE_P(Postgres, TaskStoreTest, testing::Values(DatabaseKind::Postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, PostgresTaskStoreTest, testing::Values(DatabaseKind::Postgres));

} // namespace lynceus::test
