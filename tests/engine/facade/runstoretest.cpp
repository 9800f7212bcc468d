#include "core/engine/facade/runstore.h"

#include "tests/support/fakeclock.h"
#include "tests/support/watchmaker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

class RunStoreTest : public testing::Test
{
protected:
    void open(const QString &file)
    {
        m_store = std::make_unique<RunStore>(file, m_clock);
        QObject::connect(m_store.get(), &RunStore::fileOpened, m_store.get(), [this] { ++m_opened; });
        QObject::connect(m_store.get(), &RunStore::noticeRaised, m_store.get(),
                         [this](const QString &sentence) { m_notices += sentence; });
        QObject::connect(m_store.get(), &RunStore::obstructed, m_store.get(),
                         [this](const QString &sentence) { m_obstructions += sentence; });
        m_store->open();
    }
    [[nodiscard]] QString file() const { return m_folder.filePath(u"store.db"_s); }
    [[nodiscard]] bool has(const QString &id) const
    {
        const auto watch = m_store->watches().watch(id);
        return watch && watch->has_value();
    }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<RunStore> m_store;
    int m_opened = 0;
    QStringList m_notices;
    QStringList m_obstructions;
};

} // namespace

TEST_F(RunStoreTest, UsesAValidFile)
{
    open(file());
    EXPECT_EQ(m_opened, 1);
    EXPECT_FALSE(m_store->trouble());
    EXPECT_TRUE(m_notices.isEmpty() && m_obstructions.isEmpty());
    ASSERT_TRUE(m_store->watches().write({{makeWatch(u"w1"_s), {}, {}, false}}, WatchStore::Durability::Program));
    const auto aside = m_store->setAside([](WatchStore &) { return Result<void>(); });
    ASSERT_FALSE(aside);
    EXPECT_EQ(aside.error().kind, Error::Kind::BadInput);
    open(file());
    EXPECT_TRUE(has(u"w1"_s));
}

TEST_F(RunStoreTest, WatchesAreKeptInMemoryWithoutAFile)
{
    open({});
    EXPECT_EQ(m_opened, 0);
    EXPECT_FALSE(m_store->trouble()) << "no file was requested";
    ASSERT_TRUE(m_store->watches().write({{makeWatch(u"w1"_s), {}, {}, false}}, WatchStore::Durability::Program));
    EXPECT_TRUE(has(u"w1"_s));
}

TEST_F(RunStoreTest, SetsTheFileAsideOnRequest)
{
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"store.db/inside"_s));
    open(file());
    EXPECT_EQ(m_opened, 0);
    ASSERT_TRUE(m_store->trouble());
    EXPECT_EQ(m_store->trouble()->kind, Error::Kind::NotFound);
    ASSERT_EQ(m_obstructions.size(), 1);

    const Error full{Error::Kind::Unreachable, {}, u"the disk is full"_s, false, 0};
    EXPECT_FALSE(m_store->setAside([&](WatchStore &) -> Result<void> { return tl::unexpected(full); }));
    EXPECT_TRUE(m_store->trouble()) << "the known watches are not in the new file";
    EXPECT_EQ(m_opened, 0);
}

TEST_F(RunStoreTest, KnownWatchesMoveToTheNewFile)
{
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"store.db/inside"_s));
    open(file());
    const auto aside = m_store->setAside([](WatchStore &to) {
        return to.write({{makeWatch(u"w1"_s), {}, {}, false}}, WatchStore::Durability::Program);
    });
    ASSERT_TRUE(aside) << aside.error().message.toStdString();
    EXPECT_TRUE(QFileInfo(*aside).isDir());
    EXPECT_EQ(m_opened, 1);
    EXPECT_FALSE(m_store->trouble());
    EXPECT_TRUE(has(u"w1"_s));
    EXPECT_FALSE(m_store->setAside([](WatchStore &) { return Result<void>(); }))
        << "timeout: the store still reports a problem";
}

TEST_F(RunStoreTest, OtherErrorsAreOnlyReported)
{
    open(file());
    m_store->takeTrouble(u"the disk is full"_s);
    EXPECT_EQ(m_notices, QStringList{u"the disk is full"_s});
    EXPECT_TRUE(m_obstructions.isEmpty());
}

} // namespace lynceus
