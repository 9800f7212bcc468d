#include "core/domain/link/applicationlink.h"

#include "core/domain/model/applicationurl.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

std::vector<Instance> known()
{
    Instance staging;
    staging.id = u"i-staging"_s;
    staging.baseUrl = QUrl(u"https://argocd.acme.example"_s);
    Instance prod;
    prod.id = u"i-prod"_s;
    prod.baseUrl = QUrl(u"https://tools.acme.example:8443/argo/prod"_s);
    return {staging, prod};
}

} // namespace

TEST(ApplicationLink, PageAddressNamesTheApplication)
{
    const ApplicationKey shop{u"i-staging"_s, u"argocd"_s, u"shop-web"_s};
    for (const auto &text : {u"https://argocd.acme.example/applications/argocd/shop-web"_s,
                             u" https://ARGOCD.acme.example:443/applications/argocd/shop-web?view=tree&resource=\n"_s,
                             u"https://argocd.acme.example/applications/argocd/shop-web/#x"_s})
        EXPECT_EQ(applicationOnPage(text, known()), shop) << qPrintable(text);
    EXPECT_EQ(applicationOnPage(u"https://argocd.acme.example/applications/shop-web"_s, known()),
              (ApplicationKey{u"i-staging"_s, {}, u"shop-web"_s}));
    const ApplicationKey orders{u"i-prod"_s, u"team-a"_s, u"orders"_s};
    EXPECT_EQ(applicationOnPage(applicationUrl(known()[1].baseUrl, orders).toString(), known()), orders);
}

TEST(ApplicationLink, OtherTextIsNotALink)
{
    for (const auto &text :
         {u""_s, u"shop-web"_s, u"ghcr.io/acme/shop-web:1.5.0"_s, u"https://argocd.acme.example"_s,
          u"https://argocd.acme.example/applications"_s, u"https://argocd.acme.example/applications/a/b/c"_s,
          u"http://argocd.acme.example/applications/argocd/shop-web"_s,
          u"https://argocd.acme.example.evil.example/applications/argocd/shop-web"_s,
          u"https://tools.acme.example:8443/applications/argocd/shop-web"_s,
          u"see https://argocd.acme.example/applications/argocd/shop-web"_s})
        EXPECT_EQ(applicationOnPage(text, known()), std::nullopt) << qPrintable(text);
}

} // namespace lynceus
