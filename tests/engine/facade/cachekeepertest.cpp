#include "core/engine/facade/cachekeeper.h"

#include "core/engine/clients/workers.h"
#include "core/engine/feeds/instancefeeds.h"
#include "core/engine/views/commitcache.h"
#include "tests/support/fakeclock.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr Instant kReadAt{Duration(1'794'000'000'000)};

/// One run of the program, with feeds that no server answers.
struct CacheKeeperRun
{
    CacheKeeperRun(const QString &file, const Clock &clock)
        : clients(clock, workers)
        , feeds(clients, clock)
        , keeper(file, feeds, commits, workers, clock)
    {
        for (const auto &id : {u"i1"_s, u"i2"_s}) {
            Instance instance;
            instance.id = id;
            instance.name = id;
            feeds.add(instance);
        }
    }

    /// Adds an application as if a server had listed it at @p readAt.
    void know(const QString &instance, const QString &application, Instant readAt)
    {
        auto known = std::make_shared<Application>();
        known->name = application;
        known->nameSpace = u"argocd"_s;
        feeds.feed(instance)->showCached({{{instance, u"argocd"_s, application}, known}}, readAt);
    }
    [[nodiscard]] bool load()
    {
        bool isLoaded = false;
        QObject::connect(&keeper, &CacheKeeper::loaded, &keeper, [&isLoaded] { isLoaded = true; });
        keeper.load();
        return !keeper.isLoading() || waitUntil([&isLoaded] { return isLoaded; });
    }
    [[nodiscard]] bool knows(const QString &instance, const QString &application) const
    {
        return feeds.feed(instance)->snapshot().find({instance, u"argocd"_s, application}) != nullptr;
    }

    Workers workers;
    InstanceClients clients;
    InstanceFeeds feeds;
    CommitCache commits;
    CacheKeeper keeper;
};

class CacheKeeperTest : public testing::Test
{
protected:
    [[nodiscard]] QString file() const { return m_folder.filePath(u"cache.db"_s); }

    FakeClock m_clock;
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(CacheKeeperTest, NextRunReadsTheCache)
{
    {
        CacheKeeperRun run(file(), m_clock);
        ASSERT_TRUE(run.load());
        run.know(u"i1"_s, u"shop-web"_s, kReadAt);
        run.know(u"i2"_s, u"orders"_s, kReadAt);
        run.keeper.keepLater(u"i1"_s);
        run.commits.take(u"i1"_s, u"abc"_s, {u"Ann"_s, u"Fix the basket"_s, std::nullopt});
        run.keeper.writeNow();
    }
    CacheKeeperRun next(file(), m_clock);
    ASSERT_TRUE(next.load());
    EXPECT_TRUE(next.knows(u"i1"_s, u"shop-web"_s));
    EXPECT_EQ(next.feeds.feed(u"i1"_s)->state().receivedAt, kReadAt) << "the age of the cache is shown";
    EXPECT_FALSE(next.knows(u"i2"_s, u"orders"_s)) << "the cache keeper was not notified of a change";
    const auto commit = next.commits.commit(u"i1"_s, u"abc"_s);
    ASSERT_TRUE(commit);
    EXPECT_EQ(commit->author, u"Ann"_s);
}

TEST_F(CacheKeeperTest, ForgetsRemovedInstances)
{
    {
        CacheKeeperRun run(file(), m_clock);
        ASSERT_TRUE(run.load());
        run.know(u"i1"_s, u"shop-web"_s, kReadAt);
        run.keeper.keepLater(u"i1"_s);
        run.keeper.writeNow();
        run.keeper.keepLater(u"i1"_s);
        run.keeper.forget(u"i1"_s);
        run.keeper.writeNow();
    }
    CacheKeeperRun next(file(), m_clock);
    ASSERT_TRUE(next.load());
    EXPECT_FALSE(next.knows(u"i1"_s, u"shop-web"_s));
}

TEST_F(CacheKeeperTest, WorksWithoutAUsableFile)
{
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"cache.db/inside"_s));
    for (const auto &unusable : {QString(), file()}) {
        CacheKeeperRun run(unusable, m_clock);
        run.keeper.load();
        EXPECT_FALSE(run.keeper.isLoading());
        run.know(u"i1"_s, u"shop-web"_s, kReadAt);
        run.keeper.keepLater(u"i1"_s);
        run.keeper.writeNow();
        EXPECT_FALSE(run.commits.commit(u"i1"_s, u"abc"_s));
    }
}

} // namespace lynceus
