#include "core/io/store/deployments/deploymentstore.h"
#include "core/io/store/deployments/followstore.h"
#include "core/io/store/watchstore.h"
#include "tests/io/store/storevalues.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Instant kNow{Duration{1'795'000'000'000}};

StoredWatch watchNamed(const QString &id)
{
    StoredWatch watch;
    watch.record = test::AnyValues(static_cast<unsigned>(qHash(id))).make<WatchRecord>();
    watch.record.id = id;
    return watch;
}

Deployment deploymentOf(int number)
{
    Deployment deployment;
    deployment.application = {u"prod"_s, u"argocd"_s, u"web%1"_s.arg(number)};
    deployment.startedAt = kNow + Duration{number * 1'000};
    deployment.outcome = Deployment::Outcome::Deployed;
    deployment.images = {{u"ghcr.io/acme/web"_s, {u"1.%1"_s.arg(number)}, {u"1.%1"_s.arg(number + 1)}, false}};
    return deployment;
}

void fill(const QString &file, int count)
{
    auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store);
    std::vector<StoredWatch> watches;
    for (int number = 0; number < count; ++number)
        watches.push_back(watchNamed(u"w%1"_s.arg(number)));
    ASSERT_TRUE(store->store->write(watches, WatchStore::Durability::Power));
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void overwrite(const QString &name, qint64 at, const QByteArray &bytes)
{
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.seek(at));
    file.write(bytes);
}

void expectOneSentence(const Error &error, const QString &file, const QString &part)
{
    EXPECT_TRUE(error.message.contains(file)) << error.message.toStdString();
    EXPECT_TRUE(error.message.contains(part)) << error.message.toStdString();
    EXPECT_FALSE(error.message.contains(u'\n'));
}

/// The part of a damaged store that can be read is everything except the timelines.
void damage(const QString &file)
{
    Database database(file);
    ASSERT_TRUE(database.open(Database::Use::Write));
    ASSERT_TRUE(database.run(u"DROP TABLE timeline"_s));
}

TEST(StoreErrors, OtherFileIsSetAsideAndReported)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    overwrite(file, 0, QByteArray("this is not a database at all, ").repeated(300));
    const auto before = bytesOf(file);
    auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store) << store.error().message.toStdString();
    ASSERT_EQ(store->notices.size(), 1);
    EXPECT_TRUE(store->notices.front().endsWith(u"store.db.damaged-20261118T110640Z"_s))
        << store->notices.front().toStdString();
    EXPECT_EQ(bytesOf(QDir(folder.path()).entryInfoList({u"*.damaged-*"_s}).value(0).filePath()), before);
    EXPECT_TRUE(store->store->write({watchNamed(u"w"_s)}, WatchStore::Durability::Power));
}

TEST(StoreErrors, RecoversReadableRecordsOfADamagedStore)
{
    constexpr int kWatches = 400;
    constexpr int kPage = 4'096;
    test::AnyValues any(11);
    for (int round = 0; round < 12; ++round) {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"store.db"_s);
        fill(file, kWatches);
        const int pages = static_cast<int>(QFile(file).size() / kPage);
        const int page = 8 + any.below(pages - 8); // the first pages contain the schema and the roots of the tables
        overwrite(file, qint64{page} * kPage, QByteArray(kPage, '\xee'));
        auto store = WatchStore::open(file, kNow);
        ASSERT_TRUE(store) << "page " << page << ": " << store.error().message.toStdString();
        const auto board = store->store->board();
        ASSERT_TRUE(board);
        EXPECT_GE(board->size(), kWatches * 9 / 10U) << "page " << page << " of " << pages;
        for (const auto &watch : *board)
            EXPECT_EQ(watch.record, watchNamed(watch.record.id).record);
        if (board->size() < kWatches)
            EXPECT_EQ(store->notices.size(), 1) << "page " << page;
    }
}

TEST(StoreErrors, RecoversDeploymentsAndWatchesOfADamagedStore)
{
    constexpr int kDeployments = 400;
    constexpr int kPage = 4'096;
    test::AnyValues any(12);
    for (int round = 0; round < 12; ++round) {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"store.db"_s);
        fill(file, 3);
        std::vector<Deployment> deployments;
        for (int number = 0; number < kDeployments; ++number)
            deployments.push_back(deploymentOf(number));
        ASSERT_TRUE(DeploymentStore::open(file).value()->write(deployments));
        const int pages = static_cast<int>(QFile(file).size() / kPage);
        const int page = 12 + any.below(pages - 12); // the first pages contain the schema and the roots of the tables
        overwrite(file, qint64{page} * kPage, QByteArray(kPage, '\xee'));
        auto store = WatchStore::open(file, kNow);
        ASSERT_TRUE(store) << "page " << page << ": " << store.error().message.toStdString();
        const auto found = DeploymentStore::open(file).value()->find({}).value();
        EXPECT_GE(found.size(), kDeployments * 9 / 10U) << "page " << page << " of " << pages;
        for (const auto &deployment : found)
            EXPECT_EQ(deployment, deploymentOf(deployment.application.name.mid(3).toInt()));
        if (found.size() == kDeployments)
            continue;
        ASSERT_EQ(store->notices.size(), 1) << "page " << page;
        EXPECT_TRUE(store->notices.front().contains(u"3 watches and %1 deployments were recovered"_s.arg(found.size())))
            << store->notices.front().toStdString();
    }
}

TEST(StoreErrors, RecoversFollowRulesOfADamagedStore)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 3);
    const std::vector<FollowRule> rules{{.name = u"prod"_s, .filter = u"environment:prod"_s, .createdAt = kNow},
                                        {.name = u"shop"_s,
                                         .filter = u"name:shop"_s,
                                         .notify = FollowRule::Notify::All,
                                         .isPaused = true,
                                         .createdAt = kNow + std::chrono::minutes(1)}};
    {
        auto store = FollowStore::open(file).value();
        for (const auto &rule : rules)
            ASSERT_TRUE(store->save(rule));
    }
    damage(file);
    const auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store) << store.error().message.toStdString();
    ASSERT_EQ(store->notices.size(), 1);
    EXPECT_TRUE(store->notices.front().contains(u"3 watches, 0 deployments and 2 follow rules were recovered"_s))
        << store->notices.front().toStdString();
    EXPECT_EQ(FollowStore::open(file).value()->rules().value(), rules);
}

TEST(StoreErrors, StoreOfANewerVersionIsRejectedAndNotChanged)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 3);
    {
        Database database(file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"PRAGMA user_version=99"_s));
        ASSERT_TRUE(database.ask(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
    const auto before = bytesOf(file);
    const auto store = WatchStore::open(file, kNow);
    ASSERT_FALSE(store);
    expectOneSentence(store.error(), file, u"newer version"_s);
    const auto reader = WatchStore::openToRead(file);
    ASSERT_FALSE(reader);
    expectOneSentence(reader.error(), file, u"newer version"_s);
    EXPECT_EQ(bytesOf(file), before);
    EXPECT_TRUE(QDir(folder.path()).entryList({u"*.damaged-*"_s}).isEmpty());
}

TEST(StoreErrors, FullDiskIsReportedWithoutPartialWrites)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 5);
    auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store);
    auto large = watchNamed(u"large"_s);
    test::AnyValues any(2);
    for (int letter = 0; letter < 200'000; ++letter)
        large.record.request.note += QChar(static_cast<char16_t>(u' ' + any.below(90)));

    // Every system can limit the size of files: a write past the limit fails as on a full disk.
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 64 << 10;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto written = store->store->write({watchNamed(u"beside"_s), large}, WatchStore::Durability::Power);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, previous);

    ASSERT_FALSE(written);
    expectOneSentence(written.error(), file, u"disk is full"_s);
    EXPECT_TRUE(written.error().retryable);
    EXPECT_EQ(store->store->board()->size(), 5U) << "all records or none";
    EXPECT_TRUE(store->store->write({large}, WatchStore::Durability::Power)) << "once there is room again";
    store->store.reset();
    EXPECT_EQ(WatchStore::open(file, kNow)->store->board()->size(), 6U);
}

TEST(StoreErrors, LockedStoreIsReportedAndWorksAfterwards)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 2);
    auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store);
    {
        Database other(file);
        ASSERT_TRUE(other.open(Database::Use::Write));
        Transaction transaction(other);
        ASSERT_TRUE(transaction.begin(Transaction::Durability::Program));
        const auto written = store->store->write({watchNamed(u"x"_s)}, WatchStore::Durability::Power);
        ASSERT_FALSE(written);
        expectOneSentence(written.error(), file, u"in use by another program"_s);
        EXPECT_TRUE(written.error().retryable);
        EXPECT_EQ(store->store->board()->size(), 2U) << "reading still works";
        EXPECT_EQ(WatchStore::openToRead(file).value()->board()->size(), 2U) << "also in another process";
        const auto second = WatchStore::open(file, kNow);
        ASSERT_FALSE(second);
        expectOneSentence(second.error(), file, u"in use by another program"_s);
    }
    EXPECT_TRUE(store->store->write({watchNamed(u"x"_s)}, WatchStore::Durability::Power));
}

TEST(StoreErrors, OtherFileTypesAreRejectedImmediatelyWithARemedy)
{
    const QTemporaryDir folder;
    for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const auto file = folder.filePath(u"store%1.db"_s.arg(end));
        if (!end.isEmpty())
            fill(file, 1);
        const auto path = file + end;
        const auto expectRefused = [&](const QString &kind) {
            const auto store = WatchStore::open(file, kNow);
            ASSERT_FALSE(store) << path.toStdString() << " as " << kind.toStdString();
            expectOneSentence(store.error(), path, kind);
            EXPECT_TRUE(store.error().message.contains(u"move it away"_s)) << store.error().message.toStdString();
            const auto reader = WatchStore::openToRead(file);
            ASSERT_FALSE(reader);
            expectOneSentence(reader.error(), path, kind);
        };
        QFile::remove(path);
        ASSERT_TRUE(QDir().mkpath(path));
        expectRefused(u"a folder"_s);
        ASSERT_TRUE(QDir().rmdir(path));
        ASSERT_EQ(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        expectRefused(u"a named pipe"_s);
        ASSERT_TRUE(QFile::remove(path));
        ASSERT_TRUE(QFile::link(u"/dev/null"_s, path));
        expectRefused(u"a device"_s);
        ASSERT_TRUE(QFile::remove(path));
    }
}

TEST(StoreErrors, SymbolicLinkToAStoreIsFollowed)
{
    const QTemporaryDir folder;
    ASSERT_TRUE(QDir().mkpath(folder.filePath(u"disk"_s)));
    const auto file = folder.filePath(u"store.db"_s);
    ASSERT_TRUE(QFile::link(folder.filePath(u"disk/real.db"_s), file));
    fill(file, 3);
    EXPECT_TRUE(QFile::exists(folder.filePath(u"disk/real.db"_s)));
    EXPECT_EQ(WatchStore::openToRead(file).value()->board()->size(), 3U);
}

TEST(StoreErrors, EmptyFileIsReportedAndInitialized)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    overwrite(file, 0, {});
    const auto reader = WatchStore::openToRead(file);
    ASSERT_FALSE(reader) << "an empty list would be wrong";
    expectOneSentence(reader.error(), file, u"is empty"_s);
    const auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store) << store.error().message.toStdString();
    ASSERT_EQ(store->notices.size(), 1);
    EXPECT_TRUE(store->notices.front().contains(u"was empty"_s)) << store->notices.front().toStdString();
    EXPECT_TRUE(store->store->write({watchNamed(u"w"_s)}, WatchStore::Durability::Power));
    EXPECT_TRUE(WatchStore::open(folder.filePath(u"new.db"_s), kNow)->notices.isEmpty()) << "a new file loses nothing";
}

TEST(StoreErrors, TruncatedStoreIsSetAside)
{
    for (const int size : {1, 50, 100, 512, 4'096, 9'000}) {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"store.db"_s);
        fill(file, 40);
        ASSERT_TRUE(QFile::resize(file, size));
        const auto store = WatchStore::open(file, kNow);
        ASSERT_TRUE(store) << size << ": " << store.error().message.toStdString();
        EXPECT_EQ(store->notices.size(), 1) << size;
        EXPECT_TRUE(store->store->write({watchNamed(u"w"_s)}, WatchStore::Durability::Power)) << size;
    }
}

TEST(StoreErrors, DatabaseOfAnotherProgramIsNotChanged)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    for (const int version : {0, 1}) {
        QFile::remove(file);
        {
            Database database(file);
            ASSERT_TRUE(database.open(Database::Use::Write));
            ASSERT_TRUE(database.run(u"CREATE TABLE places(url TEXT)"_s));
            ASSERT_TRUE(database.run(u"PRAGMA user_version=%1"_s.arg(version)));
        }
        const auto before = bytesOf(file);
        const auto store = WatchStore::open(file, kNow);
        ASSERT_FALSE(store);
        expectOneSentence(store.error(), file, u"another program"_s);
        const auto reader = WatchStore::openToRead(file);
        ASSERT_FALSE(reader);
        expectOneSentence(reader.error(), file, u"another program"_s);
        EXPECT_EQ(bytesOf(file), before);
    }
}

TEST(StoreErrors, StoreWithAMissingTableIsSetAside)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 3);
    {
        Database database(file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"DROP TABLE timeline"_s));
    }
    const auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store) << store.error().message.toStdString();
    EXPECT_EQ(store->notices.size(), 1);
    EXPECT_EQ(store->store->board()->size(), 3U) << "the remaining records were read";
}

TEST(StoreErrors, DamagedStoreStaysInPlaceIfItsRecoveryCannotBeWritten)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 400);
    damage(file);
    const auto damaged = bytesOf(file);

    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 64 << 10;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto failed = WatchStore::open(file, kNow);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, previous);

    ASSERT_FALSE(failed);
    expectOneSentence(failed.error(), file, u"disk is full"_s);
    EXPECT_TRUE(failed.error().message.contains(u"is damaged and was not changed"_s))
        << failed.error().message.toStdString();
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{u"store.db"_s});
    EXPECT_EQ(bytesOf(file), damaged);

    const auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store) << "once there is room again: " << store.error().message.toStdString();
    EXPECT_EQ(store->store->board()->size(), 400U);
    EXPECT_EQ(store->notices.size(), 1);
}

TEST(StoreErrors, RecoveryThatWasKilledBeforeItsEndStartsAgain)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 3);
    damage(file);
    overwrite(file + u".recovering"_s, 0, QByteArray(10'000, 'x'));
    overwrite(file + u".recovering-wal"_s, 0, QByteArray(10'000, 'x'));
    const auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store) << store.error().message.toStdString();
    EXPECT_EQ(store->store->board()->size(), 3U);
    EXPECT_TRUE(QDir(folder.path()).entryList({u"*.recover*"_s}).isEmpty());
}

TEST(StoreErrors, RecoveryThatWasKilledWhileFilesWereRenamedIsFinished)
{
    for (const bool isMoved : {false, true}) {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"store.db"_s);
        fill(file + u".recovered"_s, 4);
        if (!isMoved)
            overwrite(file, 0, QByteArray(10'000, 'x'));
        overwrite(file + u"-wal"_s, 0, QByteArray(10'000, 'x')); // of the damaged file
        const auto store = WatchStore::open(file, kNow);
        ASSERT_TRUE(store) << isMoved << ": " << store.error().message.toStdString();
        EXPECT_EQ(store->store->board()->size(), 4U) << isMoved;
        ASSERT_EQ(store->notices.size(), 1) << isMoved;
        EXPECT_TRUE(store->notices.front().contains(u"was damaged"_s)) << store->notices.front().toStdString();
        EXPECT_EQ(QDir(folder.path()).entryList({u"*.damaged-*"_s}).size(), isMoved ? 1 : 2);
        EXPECT_FALSE(QFile::exists(file + u".recovered"_s));
    }
}

TEST(StoreErrors, UnreadableRecordsAreCountedAndKept)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 5);
    {
        Database database(file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"UPDATE watch SET record=x'00', ended_at=1, dismissed=0 WHERE id='w1'"_s));
        ASSERT_TRUE(database.run(u"UPDATE watch SET record=x'', ended_at=1, dismissed=1 WHERE id='w3'"_s));
    }
    auto store = WatchStore::open(file, kNow);
    ASSERT_TRUE(store);
    EXPECT_EQ(store->store->unreadable(), 0) << "nothing was read yet";
    EXPECT_EQ(store->store->board()->size(), 3U);
    EXPECT_EQ(store->store->unreadable(), 1) << "the other unreadable watch is not on the board";
    EXPECT_TRUE(store->store->unreadableNotice().startsWith(u"1 watch in "_s));
    const auto history = store->store->history({});
    ASSERT_TRUE(history);
    EXPECT_EQ(store->store->countHistory({}).value(), int(history->size()) + 2);
    EXPECT_EQ(store->store->unreadable(), 2) << "each is counted once";
    EXPECT_EQ(store->store->countUnreadable().value(), 2);
    EXPECT_TRUE(store->store->unreadableNotice().startsWith(u"2 watches in "_s));
    EXPECT_EQ(WatchStore::openToRead(file).value()->countUnreadable().value(), 2) << "the records remain in the file";
}

TEST(StoreErrors, ReportsAMissingFolder)
{
    const auto store = WatchStore::open(u"/proc/lynceus/store.db"_s, kNow);
    ASSERT_FALSE(store);
    expectOneSentence(store.error(), u"/proc/lynceus"_s, u"writable"_s);
    EXPECT_EQ(WatchStore::openToRead(u"/proc/lynceus/store.db"_s).value(), nullptr);
}

/// Gives up root's rights for a while, because root can write everywhere.
class UnprivilegedUser final
{
public:
    UnprivilegedUser()
    {
        if (geteuid() == 0)
            m_changed = seteuid(65'534) == 0;
    }
    ~UnprivilegedUser()
    {
        if (m_changed)
            EXPECT_EQ(seteuid(0), 0);
    }

private:
    bool m_changed = false;
};

TEST(StoreErrors, ReadOnlyHomeIsReportedAndHistoryIsReadable)
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    fill(file, 4);
    QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    const auto look =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QFile::setPermissions(folder.path(), look);
    const auto before = bytesOf(file);
    {
        const UnprivilegedUser user;
        const auto store = WatchStore::open(file, kNow);
        ASSERT_FALSE(store);
        EXPECT_TRUE(store.error().message.contains(file)) << store.error().message.toStdString();
        EXPECT_TRUE(store.error().message.contains(u"writable"_s)) << store.error().message.toStdString();
        const auto reader = WatchStore::openToRead(file);
        ASSERT_TRUE(reader) << reader.error().message.toStdString();
        EXPECT_EQ((*reader)->board()->size(), 4U);
    }
    EXPECT_EQ(bytesOf(file), before);
    QFile::setPermissions(folder.path(), look | QFile::WriteOwner);
}

} // namespace

} // namespace lynceus
