#include "core/domain/board/boardlayout.h"

#include "tests/support/watchmaker.h"

#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

const BoardTime kNow{kRegisteredAt + std::chrono::minutes(5), kRegisteredAt - std::chrono::hours(9)};

TEST(BoardLayout, GroupsByWhatNeedsAttention)
{
    const auto snoozed = [](WatchRecord watch, Duration how) {
        watch.snoozedUntil = kNow.now + how;
        return watch;
    };
    const auto yesterday = [](WatchRecord watch) {
        watch.registeredAt -= std::chrono::hours(20);
        *watch.endedAt -= std::chrono::hours(20);
        return watch;
    };
    struct Line
    {
        const char *what;
        WatchRecord watch;
        bool hasNewer;
        BoardGroup group;
    };
    const auto watch = makeWatch(u"w1"_s);
    const std::vector<Line> table = {
        {"nothing known", watch, false, BoardGroup::InProgress},
        {"rolling", rolling(watch, 2, 3), false, BoardGroup::InProgress},
        {"failing", failing(watch), false, BoardGroup::NeedsAttention},
        {"failing, snoozed", snoozed(failing(watch), Duration(1)), false, BoardGroup::InProgress},
        {"failing, snooze over", snoozed(failing(watch), Duration(0)), false, BoardGroup::NeedsAttention},
        {"failing beside a newer one", failing(watch), true, BoardGroup::NeedsAttention},
        {"auto-sync off", held(watch), false, BoardGroup::NeedsAttention},
        {"promotion", held(watch, Blocker::Kind::Suspended), false, BoardGroup::NeedsAttention},
        {"sync window", held(watch, Blocker::Kind::SyncWindow), false, BoardGroup::NeedsAttention},
        {"a pod that starts", held(watch, Blocker::Kind::Starting), false, BoardGroup::InProgress},
        {"an earlier wave", held(watch, Blocker::Kind::WaitingForWave), false, BoardGroup::InProgress},
        {"sign-in", held(watch, Blocker::Kind::SignIn), false, BoardGroup::NeedsAttention},
        {"permission", held(watch, Blocker::Kind::Permission), false, BoardGroup::NeedsAttention},
        {"unreachable: may recover", held(watch, Blocker::Kind::Unreachable), false, BoardGroup::InProgress},
        {"deployed", ended(watch, Outcome::Deployed), false, BoardGroup::DoneToday},
        {"deployed yesterday", yesterday(ended(watch, Outcome::Deployed)), false, BoardGroup::Earlier},
        {"failed", ended(failing(watch), Outcome::Failed), false, BoardGroup::NeedsAttention},
        {"failed yesterday", yesterday(ended(failing(watch), Outcome::Failed)), false, BoardGroup::NeedsAttention},
        {"failed, tried again", ended(failing(watch), Outcome::Failed), true, BoardGroup::DoneToday},
        {"timed out", ended(held(watch), Outcome::TimedOut), false, BoardGroup::NeedsAttention},
        {"aborted", ended(watch, Outcome::Aborted), false, BoardGroup::NeedsAttention},
        {"gone", ended(watch, Outcome::Gone), false, BoardGroup::NeedsAttention},
        {"sign-in needed", ended(watch, Outcome::SignInNeeded), false, BoardGroup::NeedsAttention},
        {"superseded", ended(watch, Outcome::Superseded), false, BoardGroup::DoneToday},
        {"cancelled", ended(watch, Outcome::Cancelled), false, BoardGroup::DoneToday},
    };
    for (const auto &line : table)
        EXPECT_EQ(int(groupOf(line.watch, line.hasNewer, kNow)), int(line.group)) << line.what;
}

std::vector<BoardSection> layoutOf(const std::vector<WatchRecord> &watches)
{
    std::vector<const WatchRecord *> pointers;
    for (const auto &watch : watches)
        pointers.push_back(&watch);
    return boardLayout(pointers, kNow);
}

TEST(BoardLayout, ReleaseIsPlacedByItsMostUrgentWatch)
{
    auto cart = ended(makeWatch(u"w1"_s, u"shop-cart"_s), Outcome::Deployed);
    auto api = failing(makeWatch(u"w2"_s, u"shop-api"_s));
    auto alone = makeWatch(u"w3"_s, u"orders"_s);
    cart.request.release = api.request.release = u"Friday"_s;
    alone.request.release = u"A release of one is no release"_s;
    const std::vector<BoardSection> wanted = {{BoardGroup::NeedsAttention, {{u"Friday"_s, {u"w2"_s, u"w1"_s}}}},
                                              {BoardGroup::InProgress, {{{}, {u"w3"_s}}}}};
    EXPECT_EQ(layoutOf({cart, alone, api}), wanted);
}

TEST(BoardLayout, WatchOfTheParentApplicationDoesNotReplaceTheParent)
{
    auto parent = ended(makeWatch(u"w1"_s, u"shop"_s), Outcome::TimedOut);
    parent.request.withChildren = true;
    auto own = ended(makeWatch(u"w2"_s, u"shop"_s), Outcome::Deployed); // its own workloads are part of the release
    own.registeredAt += std::chrono::seconds(5);
    parent.request.release = own.request.release = u"shop 2"_s;
    EXPECT_EQ(layoutOf({parent, own}).front().group, BoardGroup::NeedsAttention);
    auto again = makeWatch(u"w3"_s, u"shop"_s);
    again.request.withChildren = true;
    again.registeredAt += std::chrono::minutes(1);
    EXPECT_EQ(layoutOf({parent, again}).front().group, BoardGroup::InProgress);
}

TEST(BoardLayout, FailuresPrecedeWatchesThatWaitForTheUser)
{
    auto waits = held(makeWatch(u"w2"_s, u"orders"_s));
    waits.registeredAt += std::chrono::minutes(2);
    const std::vector<BoardSection> wanted = {{BoardGroup::NeedsAttention, {{{}, {u"w1"_s}}, {{}, {u"w2"_s}}}}};
    EXPECT_EQ(layoutOf({waits, failing(makeWatch(u"w1"_s))}), wanted);
}

TEST(BoardLayout, GroupsByLabelWithOneRowPerWatch)
{
    auto api = failing(makeWatch(u"w1"_s, u"api"_s));
    auto web = makeWatch(u"w2"_s, u"web"_s);
    auto cart = makeWatch(u"w3"_s, u"cart"_s);
    api.request.release = web.request.release = u"Friday"_s;
    web.request.application.instance = u"zone-10"_s;
    cart.request.application.instance = u"zone-9"_s;
    api.request.application.instance = u"zone-10"_s;
    web.registeredAt += std::chrono::minutes(1);
    const auto watches = std::vector{&api, &web, &cart};
    BoardOrder order{.labelOf = [](const WatchRecord &watch) { return watch.request.application.instance; }};
    const std::vector<const WatchRecord *> pointers(watches.begin(), watches.end());
    const std::vector<BoardSection> byInstance = {{BoardGroup::NeedsAttention, {{{}, {u"w1"_s}}}},
                                                  {BoardGroup::InProgress, {{{}, {u"w3"_s}}}, u"zone-9"_s},
                                                  {BoardGroup::InProgress, {{{}, {u"w2"_s}}}, u"zone-10"_s}};
    EXPECT_EQ(boardLayout(pointers, kNow, order), byInstance) << "failures come first, then natural order";
    EXPECT_EQ(needingAttention(pointers, kNow, order), 1);
    order.labels = QStringList{u"zone-10"_s};
    const auto ordered = boardLayout(pointers, kNow, order);
    ASSERT_EQ(ordered.size(), 3U);
    EXPECT_EQ(ordered[1].label, u"zone-10"_s) << "a custom order precedes the natural order";
    EXPECT_EQ(ordered[2].label, u"zone-9"_s);
    order.labelOf = [](const WatchRecord &watch) { return watch.request.release; };
    const auto byRelease = boardLayout(pointers, kNow, order);
    ASSERT_EQ(byRelease.size(), 3U);
    EXPECT_EQ(byRelease[0].label, QString()) << "of several releases";
    EXPECT_EQ(byRelease[1].label, u"Friday"_s);
    EXPECT_EQ(byRelease[2].label, QString()) << "watches without a release come last";
}

TEST(BoardLayout, SortsWithinSections)
{
    auto first = makeWatch(u"w1"_s, u"app-10"_s);
    auto second = makeWatch(u"w2"_s, u"app-9"_s);
    auto third = ended(makeWatch(u"w3"_s, u"app-1"_s), Outcome::Deployed);
    second.registeredAt += std::chrono::minutes(1);
    second.expectation.registeredAt += std::chrono::minutes(1);
    second.expectation.deadline += std::chrono::minutes(5);
    const std::vector<const WatchRecord *> watches = {&third, &second, &first};
    BoardOrder order{.labelOf = [](const WatchRecord &) { return QString(); }};
    const auto ids = [&] {
        QStringList ids;
        const auto sections = boardLayout(watches, kNow, order);
        for (const auto &entry : sections.front().entries)
            ids.append(entry.watches.front());
        return ids.join(u' ');
    };
    EXPECT_EQ(ids(), u"w2 w1 w3"_s) << "newest first, ended watches last";
    order.sorting = BoardSorting::Deadline;
    EXPECT_EQ(ids(), u"w1 w2 w3"_s);
    order.sorting = BoardSorting::Name;
    EXPECT_EQ(ids(), u"w3 w2 w1"_s);
}

TEST(BoardLayout, NewerWatchRemovesTheOldFailure)
{
    const auto failed = ended(failing(makeWatch(u"w1"_s)), Outcome::Failed);
    auto again = makeWatch(u"w2"_s);
    again.registeredAt += std::chrono::minutes(2);
    const std::vector<BoardSection> wanted = {{BoardGroup::InProgress, {{{}, {u"w2"_s}}}},
                                              {BoardGroup::DoneToday, {{{}, {u"w1"_s}}}}};
    EXPECT_EQ(layoutOf({failed, again}), wanted);
}

TEST(BoardLayout, TaskOfAnotherArgoCdHidesNoFailure)
{
    auto failed = ended(failing(makeWatch(u"task/t1/a-1"_s)), Outcome::Failed);
    failed.argoInstance = u"production"_s;
    auto again = makeWatch(u"task/t1/a-2"_s);
    again.argoInstance = u"staging"_s;
    again.registeredAt += std::chrono::minutes(2);
    const std::vector<BoardSection> both = {{BoardGroup::NeedsAttention, {{{}, {u"task/t1/a-1"_s}}}},
                                            {BoardGroup::InProgress, {{{}, {u"task/t1/a-2"_s}}}}};
    EXPECT_EQ(layoutOf({failed, again}), both);
    again.argoInstance = u"production"_s;
    const std::vector<BoardSection> replaced = {{BoardGroup::InProgress, {{{}, {u"task/t1/a-2"_s}}}},
                                                {BoardGroup::DoneToday, {{{}, {u"task/t1/a-1"_s}}}}};
    EXPECT_EQ(layoutOf({failed, again}), replaced);
}

TEST(BoardLayout, ForemostWatchIsTheMostUrgent)
{
    const std::vector<WatchRecord> ascending = {ended(makeWatch(u"done"_s), Outcome::Deployed),
                                                rolling(makeWatch(u"rolling"_s), 1, 3), held(makeWatch(u"held"_s)),
                                                ended(failing(makeWatch(u"failed"_s)), Outcome::Failed),
                                                failing(makeWatch(u"failing"_s))};
    EXPECT_EQ(foremost({}), nullptr);
    std::vector<const WatchRecord *> watches;
    for (const auto &watch : ascending) {
        watches.push_back(&watch);
        EXPECT_EQ(foremost(watches)->id, watch.id);
    }
}

WatchRecord anyWatch(std::mt19937 &random, int number)
{
    auto watch = makeWatch(u"w%1"_s.arg(number), u"app-%1"_s.arg(random() % 6));
    watch.registeredAt -= Duration(random() % 100'000'000);
    if (random() % 2 == 0)
        watch.request.release = u"release-%1"_s.arg(random() % 4);
    switch (random() % 5) {
    case 0:
        return failing(watch);
    case 1:
        return held(watch);
    case 2:
        return rolling(watch, 1, 3);
    default:
        return ended(watch, Outcome(1 + random() % 8));
    }
}

TEST(BoardLayout, ShowsEachWatchOnceWithSectionsInOrder)
{
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        std::vector<WatchRecord> watches;
        for (int i = 0; i < int(random() % 20); ++i)
            watches.push_back(anyWatch(random, i));
        const auto sections = layoutOf(watches);
        std::multiset<QString> shown;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            EXPECT_FALSE(sections[i].entries.empty());
            EXPECT_TRUE(i == 0 || sections[i - 1].group < sections[i].group);
            for (const auto &entry : sections[i].entries) {
                EXPECT_EQ(entry.release.isEmpty(), entry.watches.size() == 1);
                shown.insert(entry.watches.begin(), entry.watches.end());
            }
        }
        std::multiset<QString> all;
        for (const auto &watch : watches)
            all.insert(watch.id);
        EXPECT_EQ(shown, all) << "round " << round;
        auto shuffled = watches;
        std::ranges::shuffle(shuffled, random);
        EXPECT_EQ(layoutOf(shuffled), sections) << "the input order must not matter, round " << round;
    }
}

TEST(BoardLayout, ConvertsServerTimesToLocalTimes)
{
    const auto watch = makeWatch(u"w1"_s);
    EXPECT_EQ(onOurClock(watch, watch.expectation.deadline), kRegisteredAt + std::chrono::minutes(15));
}

} // namespace

} // namespace lynceus
