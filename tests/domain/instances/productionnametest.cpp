#include "core/domain/instances/productionname.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(ProductionName, IsASeparateWord)
{
    for (const auto *name : {"prod", "production", "Production EU", "eu-prod-2", "shop_production", "prd", "prod1",
                             "team.prod", "live", "Live"})
        EXPECT_TRUE(namesProduction(QLatin1StringView(name))) << name;
    for (const auto *name : {"", "staging", "product-page", "reproduction", "pre-prod", "preprod", "non-prod",
                             "nonprod", "live-chat", "delivery", "testing"})
        EXPECT_FALSE(namesProduction(QLatin1StringView(name))) << name;
}

TEST(ProductionName, IsFoundInEveryFieldThatNamesTheEnvironment)
{
    Application application;
    application.name = u"shop-web"_s;
    application.nameSpace = u"argocd"_s;
    EXPECT_FALSE(isProduction(application, u"staging"_s));
    EXPECT_TRUE(isProduction(application, u"production"_s));
    for (auto *place :
         {&application.name, &application.nameSpace, &application.destinationNamespace, &application.project}) {
        const auto before = std::exchange(*place, u"shop-prod"_s);
        EXPECT_TRUE(isProduction(application, u"cluster 1"_s));
        *place = before;
    }
    application.labels = {{u"team"_s, u"prod"_s}};
    EXPECT_FALSE(isProduction(application, u"cluster 1"_s)) << "the label has another meaning";
    application.labels = {{u"acme.example/env"_s, u"prod"_s}};
    EXPECT_TRUE(isProduction(application, u"cluster 1"_s));
}

} // namespace lynceus
