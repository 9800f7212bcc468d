#include "core/domain/watch/watchrequests.h"

#include "core/domain/time/jumpdetector.h"

#include <QSet>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

WatchRequest requestFor(const QString &application, const QString &image, const QString &nameSpace = u"argocd"_s)
{
    WatchRequest request;
    request.application = {u"prod"_s, nameSpace, application};
    request.images = {parseImageReference(image).value()};
    return request;
}

TEST(WatchRequests, IdsAreShortAndUnambiguous)
{
    std::mt19937_64 random(3);
    QSet<QString> ids;
    for (int number = 0; number < 2'000; ++number) {
        const auto id = watchIdFrom(random());
        EXPECT_EQ(id.size(), kWatchIdLength);
        EXPECT_TRUE(id.startsWith(u'w'));
        for (const auto letter : u"aeiou01l"_s)
            EXPECT_FALSE(id.contains(letter)) << id.toStdString();
        ids.insert(id);
    }
    EXPECT_GT(ids.size(), 1'980);
}

TEST(WatchRequests, ReplaceWatchesOfTheSameImageNameAndApplication)
{
    const auto older = requestFor(u"shop-web"_s, u"ghcr.io/acme/web:1"_s);
    EXPECT_TRUE(replaces(requestFor(u"shop-web"_s, u"ghcr.io/acme/web:2"_s), older));
    EXPECT_TRUE(replaces(requestFor(u"shop-web"_s, u"ghcr.io/acme/web:2"_s, {}), older)) << "namespace not known yet";
    EXPECT_FALSE(replaces(requestFor(u"shop-web"_s, u"ghcr.io/acme/api:2"_s), older));
    EXPECT_FALSE(replaces(requestFor(u"shop-api"_s, u"ghcr.io/acme/web:2"_s), older));
    EXPECT_FALSE(replaces(requestFor(u"shop-web"_s, u"ghcr.io/acme/web:2"_s, u"team"_s), older));
    auto elsewhere = requestFor(u"shop-web"_s, u"ghcr.io/acme/web:2"_s);
    elsewhere.application.instance = u"staging"_s;
    EXPECT_FALSE(replaces(elsewhere, older));
}

TEST(WatchRequests, OtherVersionWatchIsReplacedByItsKind)
{
    using Kind = ExpectedVersion::Kind;
    const auto expecting = [](ExpectedVersion version) {
        auto request = requestFor(u"shop-web"_s, u"web:1"_s);
        request.images.clear();
        request.version = std::move(version);
        return request;
    };
    const auto commit = expecting({Kind::Revision, u"3f2a1b0"_s});
    EXPECT_TRUE(replaces(expecting({Kind::Revision, u"v1.5.0"_s}), commit));
    EXPECT_FALSE(replaces(expecting({Kind::Next, {}}), commit));
    EXPECT_FALSE(replaces(requestFor(u"shop-web"_s, u"web:1"_s), commit));
    EXPECT_FALSE(replaces(commit, requestFor(u"shop-web"_s, u"web:1"_s)));
    EXPECT_TRUE(checkRequests({commit, expecting({Kind::ChartVersion, u"1.5.2"_s})}));
    EXPECT_TRUE(checkRequests({commit, commit}).error().message.contains(u"twice"_s));
    EXPECT_FALSE(checkRequests({expecting({Kind::Revision, {}})}));
    EXPECT_FALSE(checkRequests({expecting({Kind::ChartVersion, u"1.x"_s})}));
    auto both = commit;
    both.images = {parseImageReference(u"web:1"_s).value()};
    EXPECT_TRUE(checkRequests({both}).error().message.contains(u"not both"_s));
    auto awaited = commit;
    awaited.waitForApp = true;
    const auto record = beginningOf(awaited, u"w1"_s, Instant{Duration{1}});
    EXPECT_EQ(record.expectation.version, commit.version);
    EXPECT_TRUE(record.expectation.waitForApp);
}

TEST(WatchRequests, WatchWithChildrenIsAReleaseAndReplacesOnlyItsKind)
{
    auto parent = requestFor(u"shop"_s, u"web:1"_s);
    parent.withChildren = true;
    parent.waitForApp = true;
    EXPECT_FALSE(replaces(requestFor(u"shop"_s, u"web:2"_s), parent))
        << "the parent's own workloads may be part of the release";
    EXPECT_FALSE(replaces(parent, requestFor(u"shop"_s, u"web:2"_s)));
    EXPECT_TRUE(replaces(parent, parent));
    EXPECT_TRUE(checkRequests({parent, requestFor(u"shop"_s, u"web:1"_s)}));

    auto record = beginningOf(parent, u"wprnt"_s, Instant{Duration{1}});
    EXPECT_EQ(record.request.release, u"shop 1"_s);
    parent.images.push_back(parseImageReference(u"api:2"_s).value());
    EXPECT_EQ(beginningOf(parent, u"w1"_s, {}).request.release, u"shop"_s) << "no single version";
    parent.images.clear();
    parent.version = {ExpectedVersion::Kind::Revision, u"3f2a1b0d9e8c"_s};
    EXPECT_EQ(beginningOf(parent, u"w1"_s, {}).request.release, u"shop 3f2a1b0"_s);
    parent.release = u"2026-47"_s;
    EXPECT_EQ(beginningOf(parent, u"w1"_s, {}).request.release, u"2026-47"_s);
    EXPECT_TRUE(beginningOf(requestFor(u"shop"_s, u"web:1"_s), u"w1"_s, {}).request.release.isEmpty());

    const ApplicationKey key{u"prod"_s, u"argocd"_s, u"shop-web"_s};
    const auto child = childRequest(record, key, u"team"_s, record.request.images, Duration{60'000});
    EXPECT_EQ(child.application, key);
    EXPECT_EQ(child.project, u"team"_s);
    EXPECT_EQ(child.release, u"shop 1"_s);
    EXPECT_EQ(child.timeout, Duration{60'000});
    EXPECT_FALSE(child.withChildren || child.waitForApp);
    EXPECT_TRUE(checkRequests({childRequest(record, key, {}, record.request.images, Duration{-5})}))
        << "found after the deadline";
}

TEST(WatchRequests, RepeatedReleaseLeavesChildrenToTheirParent)
{
    auto asked = requestFor(u"shop"_s, u"web:1"_s);
    asked.withChildren = true;
    auto parent = beginningOf(asked, u"wprnt"_s, {});
    parent.children = {u"wchld"_s};
    const auto child = beginningOf(requestFor(u"shop-web"_s, u"web:1"_s), u"wchld"_s, {});
    const auto other = beginningOf(requestFor(u"orders"_s, u"orders:1"_s), u"wothr"_s, {});
    EXPECT_EQ(repeatedRequests({child, other, parent}), (std::vector{other.request, parent.request}));
    EXPECT_EQ(repeatedRequests({child}), std::vector{child.request});
}

TEST(WatchRequests, ReportErrors)
{
    EXPECT_TRUE(checkRequests({requestFor(u"a"_s, u"web:1"_s), requestFor(u"b"_s, u"web:1"_s)}));
    EXPECT_FALSE(checkRequests({}));
    auto none = requestFor(u"a"_s, u"web:1"_s);
    none.images.clear();
    EXPECT_TRUE(checkRequests({none}).error().message.contains(u"requires at least one image"_s));
    auto endless = requestFor(u"a"_s, u"web:1"_s);
    endless.timeout = kLongestTimeout + Duration{1};
    EXPECT_TRUE(checkRequests({endless}).error().message.contains(u"timeout"_s));
    auto backwards = requestFor(u"a"_s, u"web:1"_s);
    backwards.bake = Duration{-1};
    EXPECT_TRUE(checkRequests({backwards}).error().message.contains(u"bake"_s));
    EXPECT_TRUE(checkRequests({requestFor(u"a"_s, u"web:1"_s), requestFor(u"a"_s, u"web:2"_s)})
                    .error()
                    .message.contains(u"twice"_s));
}

TEST(JumpDetector, DistinguishesSleepAndClockChangesFromElapsedTime)
{
    Instant wall{Duration{1'000'000}};
    Duration steady{5'000};
    JumpDetector jumps(wall, steady);
    const auto pass = [&](Duration wallChange, Duration steadyChange) {
        wall += wallChange;
        steady += steadyChange;
        return jumps.take(wall, steady);
    };
    EXPECT_FALSE(pass(Duration{3'600'000}, Duration{3'600'000})) << "an hour";
    EXPECT_FALSE(pass(Duration{900}, Duration{1'000})) << "a clock that is being disciplined";
    EXPECT_EQ(pass(Duration{3'601'000}, Duration{1'000}), Duration{3'599'900}) << "sleep is reported once";
    EXPECT_FALSE(pass(Duration{1'000}, Duration{1'000}));
    EXPECT_EQ(pass(Duration{-7'200'000}, Duration{0}), Duration{-7'200'000}) << "set back";
}

} // namespace

} // namespace lynceus
