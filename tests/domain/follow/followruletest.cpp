#include "core/domain/follow/followrule.h"

#include "core/domain/watch/watchrequests.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {
namespace {

FollowRule rule(const QString &name, const QString &filter, Duration createdAt = 0s)
{
    FollowRule made;
    made.name = name;
    made.filter = filter;
    made.createdAt = Instant{createdAt};
    return made;
}

Application web()
{
    Application application;
    application.name = u"shop-web"_s;
    application.nameSpace = u"argocd"_s;
    application.project = u"Shop"_s;
    application.summaryImages = QStringList{u"ghcr.io/acme/shop-web:1.5.0"_s};
    application.labels = {{u"team"_s, u"web"_s}};
    application.health.status = HealthStatus::Degraded;
    return application;
}

TEST(FollowRule, SupportsEachFilterField)
{
    const auto application = web();
    const auto fits = [&](const QString &filter) {
        return FollowMatcher({rule(u"r"_s, filter)}).match(application, u"Prod"_s) != nullptr;
    };
    for (const auto &filter : {u"project:shop"_s, u"instance:prod"_s, u"project:shop instance:prod"_s, u"name:web"_s,
                               u"namespace:argocd"_s, u"image:shop-web"_s, u"acme/shop-web"_s, u"label:team=web"_s,
                               u"shop"_s, u"-name:batch project:shop"_s, u"project:batch,shop"_s})
        EXPECT_TRUE(fits(filter)) << filter.toStdString();
    for (const auto &filter :
         {u"project:batch"_s, u"instance:stage"_s, u"-project:shop"_s, u"label:team=api"_s, u"project:shop name:api"_s})
        EXPECT_FALSE(fits(filter)) << filter.toStdString();
}

TEST(FollowRule, OldestMatchingRuleThatIsNotPausedWins)
{
    const auto application = web();
    auto oldest = rule(u"z"_s, u"project:shop"_s, 1s);
    const auto newer = rule(u"a"_s, u"name:web"_s, 2s);
    EXPECT_EQ(FollowMatcher({newer, oldest}).match(application, u"prod"_s)->name, "z"_L1);
    oldest.isPaused = true;
    EXPECT_EQ(FollowMatcher({newer, oldest}).match(application, u"prod"_s)->name, "a"_L1);
    EXPECT_EQ(FollowMatcher().match(application, u"prod"_s), nullptr);
}

TEST(FollowRule, ReportsErrors)
{
    const auto trouble = [](const FollowRule &checked) {
        const auto result = checkRule(checked);
        return result ? QString() : result.error().asked + u' ' + result.error().message;
    };
    EXPECT_EQ(trouble(rule(u"shop-1.x_y"_s, u"project:shop"_s)), QString());
    for (const auto &name : {u""_s, u"-x"_s, u"a b"_s, u"ä"_s, u"a;b"_s})
        EXPECT_FALSE(trouble(rule(name, u"project:shop"_s)).isEmpty()) << name.toStdString();
    EXPECT_FALSE(trouble(rule(QString(41, u'a'), u"project:shop"_s)).isEmpty());
    for (const auto &filter : {u""_s, u"  "_s, u"project:"_s, u"helth:degraded"_s, u"is:pinned"_s, u"health:degraded"_s,
                               u"sync:outofsync"_s, u"image:acme/shop-web"_s})
        EXPECT_TRUE(trouble(rule(u"r"_s, filter)).contains(u"filter"_s)) << filter.toStdString();
    EXPECT_FALSE(trouble(rule(u"r"_s, u"project:"_s + QString(2'000, u'x'))).isEmpty());
    auto late = rule(u"r"_s, u"project:shop"_s);
    late.deadline = Duration{0};
    EXPECT_TRUE(trouble(late).contains(u"timeout"_s));
    late.deadline = 24h * 365;
    EXPECT_TRUE(trouble(late).contains(u"timeout"_s));
    late = rule(u"r"_s, u"project:shop"_s);
    late.bake = -1s;
    EXPECT_TRUE(trouble(late).contains(u"bake"_s));
}

/// The store of a later version may contain an invalid rule.
TEST(FollowRule, InvalidRuleMatchesNothing)
{
    EXPECT_EQ(FollowMatcher({rule(u"r"_s, QString())}).match(web(), u"prod"_s), nullptr);
}

TEST(FollowRule, WatchNamesItsRule)
{
    EXPECT_EQ(ruleOf(followerName(u"shop"_s)), "shop"_L1);
    EXPECT_EQ(ruleOf(u"ann"_s), QString());
    EXPECT_EQ(ruleOf(QString()), QString());
}

} // namespace
} // namespace lynceus
