#include "core/io/store/watchstore.h"

#include "core/io/store/encoding/codec.h"
#include "tests/io/store/storevalues.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Instant kNow{Duration{1'795'000'000'000}};
constexpr Duration kDay{std::chrono::hours(24)};

StoredWatch someWatch(const QString &id, unsigned seed)
{
    test::AnyValues any(seed);
    StoredWatch watch;
    any.fill(watch.record);
    watch.record.id = id;
    watch.record.endedAt.reset();
    Expectation expectation;
    expectation.images.emplace_back();
    RolloutMemory memory(expectation);
    any.fill(memory);
    watch.memory = toCbor(memory);
    any.fill(watch.timeline);
    return watch;
}

StoredWatch endedWatch(const QString &id, const QString &application, Outcome outcome, Duration ago)
{
    StoredWatch watch;
    watch.record.id = id;
    watch.record.request.application = {u"prod"_s, u"argocd"_s, application};
    watch.record.expectation.application = watch.record.request.application;
    watch.record.verdict.outcome = outcome;
    watch.record.registeredAt = kNow - ago - Duration{1'000};
    watch.record.endedAt = kNow - ago;
    return watch;
}

std::unique_ptr<WatchStore> opened(const QString &file)
{
    auto store = WatchStore::open(file, kNow);
    EXPECT_TRUE(store) << store.error().message.toStdString();
    EXPECT_TRUE(store->notices.isEmpty());
    return std::move(store->store);
}

void expectSame(const StoredWatch &left, const StoredWatch &right)
{
    EXPECT_EQ(left.record, right.record);
    EXPECT_EQ(left.memory, right.memory);
    EXPECT_EQ(left.timeline, right.timeline);
    EXPECT_EQ(left.dismissed, right.dismissed);
}

QStringList idsOf(const Result<std::vector<WatchRecord>> &records)
{
    QStringList ids;
    for (const auto &record : records.value())
        ids += record.id;
    return ids;
}

TEST(WatchStore, KeepsWatchesWithTheirMemoryAndTimeline)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"not/yet/there/store.db"_s);
    std::vector<StoredWatch> watches;
    for (unsigned seed = 0; seed < 20; ++seed)
        watches.push_back(someWatch(u"w%1"_s.arg(seed), seed));
    ASSERT_TRUE(opened(file)->write(watches, WatchStore::Durability::Power));
    const auto board = opened(file)->board();
    ASSERT_EQ(board->size(), watches.size());
    for (std::size_t at = 0; at < watches.size(); ++at)
        expectSame(board->at(at), watches[at]);
    EXPECT_EQ(opened(file)->timeline(u"w3"_s).value(), watches[3].timeline);
    EXPECT_EQ(QFileInfo(folder.filePath(u"not/yet/there"_s)).permissions() & QFile::ReadOther, 0);
}

TEST(WatchStore, NewerStateReplacesTheOlder)
{
    auto store = WatchStore::inMemory();
    auto watch = someWatch(u"w"_s, 1);
    ASSERT_TRUE(store->write({watch}, WatchStore::Durability::Program));
    watch.record.endedAt = kNow;
    watch.record.verdict.outcome = Outcome::Failed;
    watch.memory = {};
    watch.timeline.emplace_back();
    ASSERT_TRUE(store->write({watch}, WatchStore::Durability::Power));
    ASSERT_EQ(store->board()->size(), 1U);
    expectSame(store->board()->front(), watch);
    watch.dismissed = true;
    ASSERT_TRUE(store->write({watch}, WatchStore::Durability::Power));
    EXPECT_TRUE(store->board()->empty());
    expectSame(store->watch(u"w"_s)->value(), watch);
    EXPECT_FALSE(store->watch(u"v"_s)->has_value());
}

TEST(WatchStore, HistoryContainsEndedWatchesNewestFirst)
{
    auto store = WatchStore::inMemory();
    ASSERT_TRUE(store->write({endedWatch(u"a"_s, u"shop-web"_s, Outcome::Deployed, 3 * kDay),
                              endedWatch(u"b"_s, u"shop-api"_s, Outcome::Failed, 1 * kDay),
                              endedWatch(u"c"_s, u"shop-web"_s, Outcome::TimedOut, 2 * kDay), someWatch(u"d"_s, 4)},
                             WatchStore::Durability::Power));
    EXPECT_EQ(idsOf(store->history({})), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    EXPECT_EQ(idsOf(store->history({.application = u"shop-web"_s})), (QStringList{u"c"_s, u"a"_s}));
    EXPECT_EQ(idsOf(store->history({.instance = u"staging"_s})), QStringList());
    EXPECT_EQ(idsOf(store->history({.outcomes = {Outcome::Failed, Outcome::Deployed}})), (QStringList{u"b"_s, u"a"_s}));
    EXPECT_EQ(idsOf(store->history({.from = kNow - 2 * kDay, .until = kNow - kDay})), QStringList(u"c"_s));
    EXPECT_EQ(idsOf(store->history({.limit = 1})), QStringList(u"b"_s));
    EXPECT_EQ(idsOf(store->pastOf({u"prod"_s, u"argocd"_s, u"shop-web"_s}, 5)), (QStringList{u"c"_s, u"a"_s}));
    EXPECT_EQ(idsOf(store->pastOf({u"prod"_s, u"other"_s, u"shop-web"_s}, 5)), QStringList());
}

TEST(WatchStore, SearchesVisibleTextFields)
{
    auto store = WatchStore::inMemory();
    auto watch = endedWatch(u"a"_s, u"shop-web"_s, Outcome::Failed, kDay);
    watch.record.request.images = {parseImageReference(u"ghcr.io/acme/shop-web:1.5.0").value()};
    watch.record.request.release = u"Änderung 7"_s;
    watch.record.request.note = u"100%_sure"_s;
    watch.record.verdict.cause = Cause{.message = u"Back-off pulling image"_s};
    ASSERT_TRUE(
        store->write({watch, endedWatch(u"b"_s, u"other"_s, Outcome::Failed, kDay)}, WatchStore::Durability::Power));
    for (const auto &text : {u"SHOP-w"_s, u"acme/shop-web:1.5"_s, u"änderung"_s, u"%_"_s, u"back-off"_s})
        EXPECT_EQ(idsOf(store->history({.text = text})), QStringList(u"a"_s)) << text.toStdString();
    EXPECT_EQ(idsOf(store->history({.text = u"shop%web"_s})), QStringList()) << "text, not a pattern";
}

TEST(WatchStore, RemovesOldWatchesButNotRunningOnes)
{
    auto store = WatchStore::inMemory();
    auto running = someWatch(u"running"_s, 1);
    running.record.registeredAt = kNow - 900 * kDay;
    ASSERT_TRUE(store->write({running, endedWatch(u"old"_s, u"x"_s, Outcome::Deployed, 401 * kDay),
                              endedWatch(u"young"_s, u"x"_s, Outcome::Deployed, 399 * kDay)},
                             WatchStore::Durability::Power));
    EXPECT_EQ(store->retain(kNow, {}).value(), 1);
    EXPECT_EQ(idsOf(store->history({})), QStringList(u"young"_s));
    EXPECT_TRUE(store->watch(u"running"_s)->has_value());
    EXPECT_TRUE(store->timeline(u"old"_s)->empty());
}

TEST(WatchStore, RemovesTheOldestToStayBelowItsSizeLimit)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    constexpr int kWatches = 600;
    constexpr qint64 kLimit = 1 << 20;
    auto store = opened(file);
    std::vector<StoredWatch> watches;
    test::AnyValues any(1);
    for (int number = 0; number < kWatches; ++number) {
        auto watch = endedWatch(u"w%1"_s.arg(number), u"x"_s, Outcome::Deployed, Duration{kWatches - number});
        for (int letter = 0; letter < 3'000; ++letter) // does not compress well
            watch.record.request.note += QChar(static_cast<char16_t>(u' ' + any.below(90)));
        watches.push_back(std::move(watch));
    }
    watches.front().record.endedAt.reset();
    ASSERT_TRUE(store->write(watches, WatchStore::Durability::Power));
    const auto removed = store->retain(kNow, {.size = kLimit}).value();
    EXPECT_GT(removed, 100);
    const auto left = idsOf(store->history({}));
    EXPECT_EQ(left.size(), kWatches - 1 - removed);
    EXPECT_EQ(left.front(), u"w599"_s) << "the newest watches stay";
    EXPECT_GT(left.size(), 100) << "no more than necessary is removed";
    EXPECT_TRUE(store->watch(u"w0"_s)->has_value()) << "the watch is still running";
    store.reset();
    EXPECT_LE(QFileInfo(file).size(), kLimit + kLimit / 4) << "the file shrinks as well";
}

} // namespace

} // namespace lynceus
