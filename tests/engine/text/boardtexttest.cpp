#include "core/engine/text/boardtext.h"

#include "tests/support/watchmaker.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const QTimeZone kZone("UTC");

TEST(BoardText, OneSentencePerRow)
{
    struct Line
    {
        WatchRecord watch;
        QString text;
    };
    const auto watch = makeWatch(u"w"_s);
    auto baked = watch;
    baked.expectation.bake = minutes(5);
    auto replaced = ended(watch, Outcome::Cancelled);
    replaced.replacedBy = u"w2"_s;
    auto superseded = ended(watch, Outcome::Superseded);
    superseded.verdict.cause = Cause{.kind = Cause::Kind::SupersededBy,
                                     .resource = {},
                                     .message = {},
                                     .image = u"ghcr.io/acme/shop-web:1.6.0"_s,
                                     .candidates = {}};
    const std::vector<Line> table = {
        {watch, u"Waiting for Argo CD to notice the image"_s},
        {rolling(watch, 2, 3), u"2 of 3 pods run the new version"_s},
        {rolling(watch, 1, 1), u"1 of 1 pod runs the new version"_s},
        {failing(watch),
         u"Hook Job shop-web-migrate failed, attempt 2 · Job has reached the specified backoff limit"_s},
        {held(watch), u"Auto-sync is off and the application is out of sync · sync it manually, or enable auto-sync"_s},
        {ended(watch, Outcome::Deployed), u"Deployed · 3 of 3 pods"_s},
        {ended(baked, Outcome::Deployed), u"Deployed · 3 of 3 pods, stable for 5 min"_s},
        {ended(watch, Outcome::Cancelled), u"Cancelled"_s},
        {replaced, u"Cancelled · replaced by a newer watch"_s},
        {ended(rolling(watch, 2, 3), Outcome::TimedOut), u"Timed out · 2 of 3 pods run the new version"_s},
        {ended(watch, Outcome::Gone), u"Gone"_s},
    };
    for (const auto &line : table)
        EXPECT_EQ(rowSentence(line.watch).joined().toStdString(), line.text.toStdString());
    EXPECT_TRUE(rowSentence(superseded).joined().contains("1.6.0"_L1));
}

TEST(BoardText, ReleaseShowsProgressAndTheMostUrgentWatch)
{
    const auto cart = ended(makeWatch(u"w1"_s, u"shop-cart"_s), Outcome::Deployed);
    const auto api = failing(makeWatch(u"w2"_s, u"shop-api"_s));
    const std::vector<const WatchRecord *> both = {&cart, &api};
    const auto text = releaseSentence(both);
    EXPECT_EQ(text.lead, u"1 of 2 deployed"_s);
    EXPECT_TRUE(text.rest.startsWith("shop-api: Hook Job shop-api-migrate failed"_L1)) << qPrintable(text.rest);
    const std::vector<const WatchRecord *> done = {&cart, &cart};
    EXPECT_EQ(releaseSentence(done).joined(), u"2 of 2 deployed"_s);
}

TEST(BoardText, ParentCountsOnlyIfItAddsToItsChildren)
{
    const auto cart = ended(makeWatch(u"w1"_s, u"shop-cart"_s), Outcome::Deployed);
    auto api = makeWatch(u"w2"_s, u"shop-api"_s);
    auto shop = makeWatch(u"w3"_s, u"shop"_s);
    shop.children = {u"w1"_s, u"w2"_s};
    const std::vector<const WatchRecord *> all = {&shop, &cart, &api};
    EXPECT_EQ(releaseSentence(all).lead, u"1 of 2 deployed"_s);
    api = ended(api, Outcome::Deployed);
    EXPECT_EQ(releaseSentence(all).lead, u"2 of 3 deployed"_s) << "another application is to come";
    EXPECT_TRUE(releaseSentence(all).rest.startsWith("shop: "_L1));
    shop = ended(shop, Outcome::Deployed);
    EXPECT_EQ(releaseSentence(all).joined(), u"2 of 2 deployed"_s);
    api = ended(failing(makeWatch(u"w2"_s, u"shop-api"_s)), Outcome::Failed);
    shop = ended(shop, Outcome::Failed);
    *shop.endedAt += seconds(1);
    EXPECT_TRUE(releaseSentence(all).rest.startsWith("shop-api: "_L1)) << "the child names the problem";
}

TEST(BoardText, OldAndNewVersion)
{
    auto watch = makeWatch(u"w"_s);
    EXPECT_EQ(versionsText(watch), u"1.4.0 → 1.5.0"_s);
    watch.oldImages = {u"ghcr.io/acme/shop-web:1.3.0"_s, u"ghcr.io/acme/shop-web:1.4.0"_s, u"ghcr.io/acme/agent:7"_s,
                       u"not an image"_s, u"ghcr.io/acme/shop-web:1.4.0"_s};
    EXPECT_EQ(versionsText(watch), u"1.3.0, 1.4.0 → 1.5.0"_s);
    watch.oldImages.clear();
    EXPECT_EQ(versionsText(watch), u"1.5.0"_s);
    const auto digest = u"ghcr.io/acme/shop-web@sha256:"_s + QString(64, u'a');
    EXPECT_EQ(versionText(*parseImageReference(digest)), u"@aaaaaaa"_s);
    auto other = makeWatch(u"x"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.0.0"_s);
    const std::vector<const WatchRecord *> same = {&watch, &watch};
    const std::vector<const WatchRecord *> different = {&watch, &other};
    EXPECT_EQ(versionsText(same), u"1.5.0"_s);
    EXPECT_EQ(versionsText(different), QString());
}

TEST(BoardText, TimeIsRelativeWhileRunningAndAbsoluteAfterwards)
{
    const auto watch = makeWatch(u"w"_s);
    const Eta eta{seconds(70), seconds(150), 5};
    struct Line
    {
        WatchRecord watch;
        std::optional<Eta> eta;
        Duration after;
        QString text;
    };
    const std::vector<Line> table = {
        {watch, {}, minutes(4), u"11:00 left"_s},
        {watch, eta, minutes(4), u"11:00 left"_s}, // not noticed, so the end cannot be estimated
        {rolling(watch, 1, 3), {}, minutes(1), u"14:00 left"_s},
        {rolling(watch, 1, 3), eta, seconds(40), u"usually 2 min"_s}, // noticed after 5 s
        {rolling(watch, 1, 3), eta, seconds(160), u"12:20 left"_s},   // late
        {failing(watch), eta, seconds(30), u"14:30 left"_s},
        {watch, {}, minutes(15), u"deadline passed"_s},
        {ended(watch, Outcome::Deployed), {}, minutes(20), u"11:07 · 1:12"_s},
        {ended(watch, Outcome::Superseded), {}, minutes(20), u"11:07"_s},
        {ended(watch, Outcome::Superseded), {}, std::chrono::hours(24), u"18 Nov 11:07"_s},
    };
    for (const auto &line : table)
        EXPECT_EQ(rowTimeText(line.watch, paceOf(line.watch, line.eta, kRegisteredAt + line.after),
                              kRegisteredAt + line.after, kZone)
                      .toStdString(),
                  line.text.toStdString());
    EXPECT_EQ(clockText(std::chrono::hours(2) + seconds(309)), u"2:05:09"_s);
    EXPECT_EQ(rowTimeSentence(watch, {}, kRegisteredAt + minutes(5), kZone), u"until 11:21, 10 min left"_s);
    EXPECT_EQ(rowTimeSentence(ended(watch, Outcome::Failed), {}, kRegisteredAt + minutes(5), kZone),
              u"ended 11:07, after 1 min 12 s"_s);
}

TEST(BoardText, ShowsTheUsualTimeAndLateness)
{
    const auto watch = rolling(makeWatch(u"w"_s), 1, 3);
    const Eta eta{seconds(33), seconds(60), 5};
    const auto early = paceOf(watch, eta, kRegisteredAt + seconds(20));
    EXPECT_EQ(rowSentence(watch, kZone, early).joined(), u"1 of 3 pods run the new version"_s);
    EXPECT_EQ(rowTimeSentence(watch, early, kRegisteredAt + minutes(1), kZone),
              u"usually 35 s; until 11:21, 14 min left"_s);
    const auto late = paceOf(watch, eta, kRegisteredAt + minutes(5));
    EXPECT_EQ(rowSentence(watch, kZone, late).joined(), u"1 of 3 pods run the new version · late, usually 35 s"_s);
    EXPECT_EQ(rowTimeSentence(watch, late, kRegisteredAt + minutes(5), kZone),
              u"late, usually 35 s; until 11:21, 10 min left"_s);
    EXPECT_TRUE(rowSentence(failing(watch), kZone, late).joined().contains("failed"_L1));
    EXPECT_FALSE(rowSentence(failing(watch), kZone, late).joined().contains("late"_L1)) << "the cause takes precedence";
    const std::vector<const WatchRecord *> release = {&watch};
    EXPECT_EQ(releaseSentence(release, kZone, late).joined(),
              u"0 of 1 deployed · shop-web: 1 of 3 pods run the new version · late, usually 35 s"_s);
    const std::vector<std::pair<Duration, QString>> table = {
        {Duration(3'200), u"usually 4 s"_s}, {seconds(33), u"usually 35 s"_s},   {seconds(56), u"usually 1 min"_s},
        {seconds(61), u"usually 2 min"_s},   {minutes(59), u"usually 59 min"_s}, {minutes(61), u"usually 1 h 30 min"_s},
    };
    for (const auto &[usually, text] : table)
        EXPECT_EQ(usualText(usually), text);
}

TEST(BoardText, NoteShowsAssigneeAndText)
{
    auto watch = makeWatch(u"w"_s);
    watch.request.note.clear();
    EXPECT_EQ(remarkText(watch), QString());
    watch.request.note = u"waits for the DBA"_s;
    EXPECT_EQ(remarkText(watch), u"waits for the DBA"_s);
    watch.takenBy = u"ada"_s;
    EXPECT_EQ(remarkText(watch), u"ada is on it: waits for the DBA"_s);
    watch.request.note.clear();
    EXPECT_EQ(remarkText(watch), u"ada is on it"_s);
}

} // namespace

} // namespace lynceus
