#include "core/domain/argocd/requests/accesspolicy.h"

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

QUrl url(const char *text)
{
    return QUrl(QString::fromUtf8(text), QUrl::StrictMode);
}

const auto kBase = u"https://argocd.acme.example/argo"_s;
constexpr auto kGood = "https://argocd.acme.example/argo/api/v1/applications/shop-web?project=shop";

TEST(AccessPolicy, OnlyReads)
{
    EXPECT_TRUE(checkAllowed("GET", url(kGood), QUrl(kBase)));
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get", "GET ", "", "GET\r\nX: y"}) {
        const auto allowed = checkAllowed(method, url(kGood), QUrl(kBase));
        ASSERT_FALSE(allowed) << method;
        EXPECT_EQ(allowed.error().kind, Error::Kind::NotAllowed);
        EXPECT_FALSE(allowed.error().retryable);
    }
}

TEST(AccessPolicy, RefusesEverythingElse)
{
    const char *evil[] = {
        // Another origin.
        "https://evil.example/argo/api/v1/applications",
        "http://argocd.acme.example/argo/api/v1/applications",
        "https://argocd.acme.example:8443/argo/api/v1/applications",
        "https://argocd.acme.example.evil.example/argo/api/v1/applications",
        "https://argocd.acme.example@evil.example/argo/api/v1/applications",
        "https://user:pw@argocd.acme.example/argo/api/v1/applications",
        "//argocd.acme.example/argo/api/v1/applications",
        "/argo/api/v1/applications",
        "ftp://argocd.acme.example/argo/api/v1/applications",
        "file:///argo/api/v1/applications",
        "",
        // Outside the base path.
        "https://argocd.acme.example/api/v1/applications",
        "https://argocd.acme.example/argo2/api/v1/applications",
        "https://argocd.acme.example/argo/../api/v1/applications",
        "https://argocd.acme.example/argo",
        "https://argocd.acme.example/argo/",
        // Unusual segments, encodings and case.
        "https://argocd.acme.example/argo//api/v1/applications",
        "https://argocd.acme.example/argo/api/v1/applications/",
        "https://argocd.acme.example/argo/api/v1/applications/..",
        "https://argocd.acme.example/argo/api/v1/applications/%2e%2e",
        "https://argocd.acme.example/argo/api/v1/applications/%2E",
        "https://argocd.acme.example/argo/api/v1/applications/a%2Fb",
        "https://argocd.acme.example/argo/api/v1/applications/a%5Cb",
        "https://argocd.acme.example/argo/api/v1/applications/a%0d%0aX",
        "https://argocd.acme.example/argo/api/v1/applications/../settings",
        "https://argocd.acme.example/argo/api/v1/Applications",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web#x",
        // Other calls of the API.
        "https://argocd.acme.example/argo/api/v1/session",
        "https://argocd.acme.example/argo/api/v1/clusters",
        "https://argocd.acme.example/argo/api/v1/repositories",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web/sync",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web/resource/actions",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web/rollback",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web/operation",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web/manifests",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web/resource-tree/x",
        "https://argocd.acme.example/argo/api/v1/stream/applications/shop-web",
        "https://argocd.acme.example/argo/auth/logout",
        // Calls of the account service that Lynceus does not need.
        "https://argocd.acme.example/argo/api/v1/account",
        "https://argocd.acme.example/argo/api/v1/account/can-i",
        "https://argocd.acme.example/argo/api/v1/account/can-i/applications/get",
        "https://argocd.acme.example/argo/api/v1/account/can-i/applications/get/*",
        "https://argocd.acme.example/argo/api/v1/account/can-i/applications/get/shop/web/x",
        "https://argocd.acme.example/argo/api/v1/account/can-i/applications/delete/*/*",
        "https://argocd.acme.example/argo/api/v1/account/can-i/clusters/get/*/*",
        "https://argocd.acme.example/argo/api/v1/account/can-i/logs/get/../*",
        "https://argocd.acme.example/argo/api/v1/account/password",
        "https://argocd.acme.example/argo/terminal",
        // A hard refresh renders the manifests again, which is expensive for everyone.
        "https://argocd.acme.example/argo/api/v1/applications/shop-web?refresh=hard",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web?refresh=normal&refresh=hard",
        "https://argocd.acme.example/argo/api/v1/applications/shop-web?refresh=",
    };
    for (const char *address : evil) {
        const auto allowed = checkAllowed("GET", url(address), QUrl(kBase));
        ASSERT_FALSE(allowed) << address;
        EXPECT_EQ(allowed.error().kind, Error::Kind::NotAllowed);
    }
}

TEST(AccessPolicy, RequestsRightsByExactName)
{
    for (const auto *path : {"applications/get/*/*", "applications/sync/shop/*", "logs/get/shop/shop-web"}) {
        const auto address = kBase + u"/api/v1/account/can-i/"_s + QString::fromLatin1(path);
        EXPECT_TRUE(checkAllowed("GET", QUrl(address, QUrl::StrictMode), QUrl(kBase))) << path;
        EXPECT_FALSE(checkAllowed("POST", QUrl(address, QUrl::StrictMode), QUrl(kBase))) << path;
    }
}

TEST(AccessPolicy, RefusalsContainNoSecrets)
{
    const auto allowed = checkAllowed("GET", url("https://evil.example/?token=abcdefghijkl"), QUrl(kBase));
    ASSERT_FALSE(allowed);
    EXPECT_FALSE((allowed.error().asked + allowed.error().message).contains("abcdefghijkl"_L1));
}

} // namespace
