#include "core/domain/auth/keychainentry.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Instance instanceAt(const QString &id, const QString &url)
{
    Instance instance;
    instance.id = id;
    instance.baseUrl = QUrl(url);
    return instance;
}

} // namespace

TEST(KeychainEntryName, IsHumanReadable)
{
    EXPECT_EQ(keychainEntryName(instanceAt(u"7f3a"_s, u"https://argocd.acme.example/team"_s), KeychainKind::SignIn),
              u"Argo CD https://argocd.acme.example/team, sign-in [7f3a]"_s);
    EXPECT_EQ(keychainEntryName(instanceAt(u"7f3a"_s, u"https://argocd.acme.example:8443"_s), KeychainKind::Headers),
              u"Argo CD https://argocd.acme.example:8443, gateway headers [7f3a]"_s);
}

TEST(KeychainEntryName, DistinguishesInstancesUrlsAndKinds)
{
    const auto one = instanceAt(u"1"_s, u"https://argocd.acme.example"_s);
    const auto two = instanceAt(u"2"_s, u"https://argocd.acme.example"_s);
    const auto moved = instanceAt(u"1"_s, u"https://argocd.evil.example"_s);
    const auto plain = instanceAt(u"1"_s, u"http://argocd.acme.example"_s);
    const QSet<QString> names{
        keychainEntryName(one, KeychainKind::SignIn), keychainEntryName(one, KeychainKind::Headers),
        keychainEntryName(two, KeychainKind::SignIn), keychainEntryName(moved, KeychainKind::SignIn),
        keychainEntryName(plain, KeychainKind::SignIn)};
    EXPECT_EQ(names.size(), 5);
}

} // namespace lynceus
