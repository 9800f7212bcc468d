#include "core/io/store/database/database.h"
#include "tests/engine/facade/enginescene.h"

#include <QFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

class EngineStoreRecovery : public testing::Test
{
protected:
    [[nodiscard]] QString file() const { return m_folder.filePath(u"store.db"_s); }

    void put(const QByteArray &bytes)
    {
        QFile target(file());
        ASSERT_TRUE(target.open(QIODevice::WriteOnly));
        ASSERT_EQ(target.write(bytes), bytes.size());
    }

    void start()
    {
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.storeFile = file();
        setup.makeKeychain = [] { return std::make_unique<FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        bool isStarted = false;
        QObject::connect(m_engine.get(), &Engine::started, m_engine.get(), [&] { isStarted = true; });
        QObject::connect(m_engine.get(), &Engine::noticeRaised, m_engine.get(),
                         [this](const QString &sentence) { m_notices += sentence; });
        QObject::connect(m_engine.get(), &Engine::storeObstructed, m_engine.get(),
                         [this](const QString &sentence) { m_obstructions += sentence; });
        m_engine->start();
        ASSERT_TRUE(waitUntil([&] { return isStarted; }));
    }

    Result<QString> setAside()
    {
        const auto future = m_engine->setStoreAside(&m_context);
        EXPECT_TRUE(waitFor(future));
        return future.result();
    }

    /// Registers one watch. @return its ID.
    QStringList add(const QString &application)
    {
        WatchRequest request;
        request.application = {u"gone"_s, u"argocd"_s, application};
        request.images = {*parseImageReference(u"ghcr.io/acme/shop-web:1.5.0")};
        const auto future = m_engine->addWatches({request}, &m_context);
        EXPECT_TRUE(waitFor(future));
        return future.result().value_or(QStringList());
    }

    /// As another process reads it.
    [[nodiscard]] bool isStored(const QString &id) const
    {
        const auto store = WatchStore::openToRead(file());
        if (!store || !*store)
            return false;
        const auto watch = (*store)->watch(id);
        return watch && watch->has_value();
    }

    /// The obstruction is reported, setting it aside works and keeps the old content, and the new store gets what this
    /// run knows.
    void expectRemedy()
    {
        start();
        ASSERT_EQ(m_obstructions.size(), 1) << m_notices.join(u'\n').toStdString();
        EXPECT_TRUE(m_obstructions.front().contains(file())) << m_obstructions.front().toStdString();
        EXPECT_TRUE(m_notices.isEmpty()) << m_notices.join(u'\n').toStdString();
        const auto before = add(u"before"_s);
        ASSERT_EQ(before.size(), 1) << "watches run without a store, too";
        const auto aside = setAside();
        ASSERT_TRUE(aside) << aside.error().message.toStdString();
        EXPECT_TRUE(aside->startsWith(file() + u".aside-"_s)) << aside->toStdString();
        EXPECT_TRUE(QFileInfo::exists(*aside));
        EXPECT_TRUE(isStored(before.front())) << "the watches of this run are stored now";
        const auto after = add(u"after"_s);
        ASSERT_EQ(after.size(), 1);
        EXPECT_TRUE(isStored(after.front()));
        EXPECT_FALSE(setAside()) << "timeout: the store still reports a problem";
        m_engine.reset();
        EXPECT_TRUE(isStored(before.front()) && isStored(after.front()));
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QObject m_context;
    QStringList m_notices;
    QStringList m_obstructions;
    std::unique_ptr<LocalEngine> m_engine;
};

} // namespace

TEST_F(EngineStoreRecovery, FolderInItsPlace)
{
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"store.db/inside"_s));
    expectRemedy();
    EXPECT_EQ(QDir(m_folder.path()).entryList({u"store.db.aside-*"_s}, QDir::Dirs).size(), 1);
}

TEST_F(EngineStoreRecovery, PipeInItsPlace)
{
    ASSERT_EQ(::mkfifo(file().toUtf8().constData(), 0600), 0);
    expectRemedy();
}

TEST_F(EngineStoreRecovery, PipeInPlaceOfItsLog)
{
    ASSERT_EQ(::mkfifo((file() + u"-wal"_s).toUtf8().constData(), 0600), 0);
    start();
    ASSERT_EQ(m_obstructions.size(), 1);
    const auto aside = setAside();
    ASSERT_TRUE(aside) << aside.error().message.toStdString();
    EXPECT_TRUE(QFileInfo::exists(*aside + u"-wal"_s));
    const auto ids = add(u"after"_s);
    ASSERT_EQ(ids.size(), 1);
    EXPECT_TRUE(isStored(ids.front()));
}

TEST_F(EngineStoreRecovery, DatabaseOfAnotherProgram)
{
    {
        Database other(file());
        ASSERT_TRUE(other.open(Database::Use::Write));
        ASSERT_TRUE(other.run(u"CREATE TABLE songs(title TEXT)"_s));
    }
    expectRemedy();
    const auto aside = QDir(m_folder.path()).entryInfoList({u"store.db.aside-*"_s}).value(0).filePath();
    Database other(aside);
    ASSERT_TRUE(other.open(Database::Use::ReadOnly));
    EXPECT_TRUE(other.ask(u"SELECT count(*) FROM songs"_s)) << "the file is unchanged";
}

TEST_F(EngineStoreRecovery, DamagedFileIsRecoveredWithoutConfirmation)
{
    put(QByteArray("this is not a database at all, ").repeated(300));
    start();
    EXPECT_TRUE(m_obstructions.isEmpty());
    ASSERT_EQ(m_notices.size(), 1);
    EXPECT_TRUE(m_notices.front().contains(u"store.db.damaged-"_s)) << m_notices.front().toStdString();
    EXPECT_FALSE(setAside());
}

TEST_F(EngineStoreRecovery, EmptyFileIsInitializedWithoutConfirmation)
{
    put({});
    start();
    EXPECT_TRUE(m_obstructions.isEmpty());
    ASSERT_EQ(m_notices.size(), 1);
    EXPECT_TRUE(m_notices.front().contains(u"was empty"_s)) << m_notices.front().toStdString();
    EXPECT_FALSE(setAside());
    const auto ids = add(u"after"_s);
    ASSERT_EQ(ids.size(), 1);
    EXPECT_TRUE(isStored(ids.front()));
}

TEST_F(EngineStoreRecovery, StoreOfANewerVersionIsNotChanged)
{
    ASSERT_TRUE(WatchStore::open(file(), m_clock.now()));
    {
        Database newer(file());
        ASSERT_TRUE(newer.open(Database::Use::Write));
        ASSERT_TRUE(newer.run(u"PRAGMA user_version=99"_s));
    }
    start();
    EXPECT_TRUE(m_obstructions.isEmpty());
    ASSERT_EQ(m_notices.size(), 1);
    EXPECT_TRUE(m_notices.front().contains(u"newer version of Lynceus: update this version"_s))
        << m_notices.front().toStdString();
    const auto aside = setAside();
    ASSERT_FALSE(aside);
    EXPECT_TRUE(aside.error().message.contains(u"not set aside"_s)) << aside.error().message.toStdString();
    EXPECT_TRUE(QDir(m_folder.path()).entryList({u"store.db.*"_s}).filter(u"aside"_s).isEmpty());
    Database newer(file());
    ASSERT_TRUE(newer.open(Database::Use::ReadOnly));
    EXPECT_EQ(newer.ask(u"PRAGMA user_version"_s).value().toInt(), 99);
}

// SQLite finds damaged pages when it reads them, here at the next write.
TEST_F(EngineStoreRecovery, StoreDamagedDuringUseIsRecoveredOnRequest)
{
    start();
    const auto first = add(u"first"_s);
    ASSERT_EQ(first.size(), 1);
    {
        Database other(file());
        ASSERT_TRUE(other.open(Database::Use::Write));
        ASSERT_TRUE(other.ask(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        QFile bytes(file());
        ASSERT_TRUE(bytes.open(QIODevice::ReadWrite));
        ASSERT_TRUE(bytes.seek(4096)); // all pages except the first, which has the header
        bytes.write(QByteArray(bytes.size() - 4096, '\xee'));
    }
    {
        // Makes the engine's connection drop the pages in its cache.
        Database other(file());
        ASSERT_TRUE(other.open(Database::Use::Write));
        ASSERT_TRUE(other.run(u"PRAGMA user_version=1"_s));
    }
    m_engine->snoozeWatch(first.front(), std::chrono::hours(1));
    ASSERT_TRUE(waitUntil([&] { return !m_obstructions.isEmpty(); })) << m_notices.join(u'\n').toStdString();
    EXPECT_TRUE(m_obstructions.front().contains(u"is damaged"_s)) << m_obstructions.front().toStdString();
    const auto aside = setAside();
    ASSERT_TRUE(aside) << aside.error().message.toStdString();
    EXPECT_TRUE(aside->isEmpty());
    ASSERT_TRUE(waitUntil([&] { return !m_notices.isEmpty(); }));
    EXPECT_TRUE(m_notices.back().contains(u"store.db.damaged-"_s)) << m_notices.back().toStdString();
    EXPECT_TRUE(isStored(first.front())) << "the engine had the watch in memory";
}

} // namespace lynceus
