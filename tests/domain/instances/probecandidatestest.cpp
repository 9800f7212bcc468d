#include "core/domain/instances/probecandidates.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QStringList candidates(const QString &typed)
{
    QStringList texts;
    for (const auto &url : probeCandidates(QUrl(typed)))
        texts.append(url.toString());
    return texts;
}

QString followed(const QString &asked, const QByteArray &location)
{
    const auto base = baseOfRedirect(QUrl(asked), location);
    if (!base)
        return u"refused: "_s + base.error().message;
    return *base ? (*base)->toString() : u"elsewhere"_s;
}

} // namespace

TEST(ProbeCandidates, AreTheTypedUrlThenItsParentsThenCommonPaths)
{
    EXPECT_EQ(candidates(u"https://x.example"_s),
              (QStringList{u"https://x.example"_s, u"https://x.example/argocd"_s, u"https://x.example/argo-cd"_s}));
    EXPECT_EQ(
        candidates(u"https://x.example/argocd/applications/argocd/shop"_s),
        (QStringList{u"https://x.example/argocd/applications/argocd/shop"_s,
                     u"https://x.example/argocd/applications/argocd"_s, u"https://x.example/argocd/applications"_s,
                     u"https://x.example/argocd"_s, u"https://x.example"_s, u"https://x.example/argo-cd"_s}));
    EXPECT_LE(candidates(u"https://x.example/a/b/c/d/e/f/g/h/i/j/k"_s).size(), 10);
}

TEST(BaseOfRedirect, IsTheParentOfTheVersionEndpoint)
{
    const auto asked = u"http://x.example/api/version"_s;
    EXPECT_EQ(followed(asked, "https://x.example/api/version"), u"https://x.example"_s);
    EXPECT_EQ(followed(asked, "/argocd/api/version"), u"http://x.example/argocd"_s);
    EXPECT_EQ(followed(asked, "https://other.example:8443/argocd/api/version/"),
              u"https://other.example:8443/argocd"_s);
    EXPECT_EQ(followed(asked, "https://sso.example/login?next=/api/version"), u"elsewhere"_s);
    EXPECT_EQ(followed(asked, "https://me:secret@x.example/api/version"), u"elsewhere"_s);
    EXPECT_EQ(followed(asked, "ftp://x.example/api/version"), u"elsewhere"_s);
    EXPECT_EQ(followed(asked, "//other.example/api/version"), u"http://other.example"_s) << "another host, no path";
    EXPECT_EQ(followed(asked, ""), u"elsewhere"_s) << "an answer that leads to itself with no Location";
}

TEST(BaseOfRedirect, IsNotTakenFromAnAmbiguousAddress)
{
    const auto asked = u"https://argocd.acme.example/api/version"_s;
    for (const auto *location :
         {"https://argocd.acme.example@evil.example/api/version",
          "https://argocd.acme.example:pw@evil.example/api/version",
          "https://evil.example\\@argocd.acme.example/api/version", "\\\\evil.example/api/version",
          "/\\evil.example/api/version", "https:\\\\evil.example\\api/version", "https:///api/version",
          "https://evil.example /api/version", "https://evil.example\r\nX-More: 1/api/version",
          "https://[::1/api/version", "https://evil.example:99999/api/version", "javascript:alert(1)//api/version"})
        EXPECT_EQ(followed(asked, location), u"elsewhere"_s) << location;
}

TEST(BaseOfRedirect, IsRefusedFromHttpsToHttp)
{
    const auto text = followed(u"https://x.example/api/version"_s, "http://x.example/api/version");
    EXPECT_TRUE(text.startsWith(u"refused: "_s)) << qPrintable(text);
    EXPECT_TRUE(text.contains(u"not encrypted"_s)) << qPrintable(text);
}

TEST(SettingsUrl, DiffersOnlyIfSignInUsesAnotherUrl)
{
    const QUrl base(u"https://x.example/argocd"_s);
    EXPECT_FALSE(differsFrom(u""_s, base));
    EXPECT_FALSE(differsFrom(u"https://x.example/argocd/"_s, base));
    EXPECT_FALSE(differsFrom(u"https://x.example:443/argocd"_s, base));
    EXPECT_FALSE(differsFrom(u"not an address at all"_s, base));
    EXPECT_TRUE(differsFrom(u"https://x.example"_s, base));
    EXPECT_TRUE(differsFrom(u"http://x.example/argocd"_s, base));
    EXPECT_TRUE(differsFrom(u"https://argocd.internal/argocd"_s, base));
}

TEST(SsoName, NamesTheProvider)
{
    EXPECT_EQ(ssoName({}), QString());
    ServerSettings dex;
    dex.dex.emplace();
    EXPECT_EQ(ssoName(dex), u"Dex"_s);
    dex.dex->connectorNames = {u"LDAP"_s, u"GitHub"_s};
    EXPECT_EQ(ssoName(dex), u"Dex (LDAP, GitHub)"_s);
    dex.oidc.emplace();
    EXPECT_EQ(ssoName(dex), u"SSO"_s);
    dex.oidc->name = u"Keycloak"_s;
    EXPECT_EQ(ssoName(dex), u"Keycloak"_s) << "the external provider wins";
    dex.oidc->name = u"Keycloak\n"_s + QString(300, u'x');
    EXPECT_TRUE(ssoName(dex).startsWith(u"Keycloak x"_s));
    EXPECT_LE(ssoName(dex).size(), 61) << "chosen by the server";
}

} // namespace lynceus
