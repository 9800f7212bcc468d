#include "core/engine/watches/concerns.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

WatchRecord watchOf(const ApplicationKey &application)
{
    WatchRecord watch;
    watch.expectation.application = application;
    return watch;
}

ChangeSet removal(const ApplicationKey &key)
{
    ChangeSet changes;
    changes.removed = {key};
    return changes;
}

const ApplicationKey kShop{u"i1"_s, u"argocd"_s, u"shop-web"_s};

} // namespace

TEST(Concerns, EachKindOfChange)
{
    const auto watch = watchOf(kShop);
    EXPECT_FALSE(concerns({}, watch));
    EXPECT_TRUE(concerns(removal(kShop), watch));
    ChangeSet inserted;
    inserted.inserted = {{kShop, std::make_shared<Application>()}};
    EXPECT_TRUE(concerns(inserted, watch));
    ChangeSet changed;
    changed.changed = {{{kShop, std::make_shared<Application>()}, 1}};
    EXPECT_TRUE(concerns(changed, watch));
}

TEST(Concerns, IgnoresAnotherApplication)
{
    const auto watch = watchOf(kShop);
    EXPECT_FALSE(concerns(removal({u"i2"_s, u"argocd"_s, u"shop-web"_s}), watch));
    EXPECT_FALSE(concerns(removal({u"i1"_s, u"argocd"_s, u"orders"_s}), watch));
    EXPECT_FALSE(concerns(removal({u"i1"_s, u"team-a"_s, u"shop-web"_s}), watch));
    EXPECT_TRUE(concerns(removal({u"i1"_s, u"team-a"_s, u"shop-web"_s}), watchOf({u"i1"_s, {}, u"shop-web"_s})))
        << "the namespace is not known yet";
}

} // namespace lynceus
