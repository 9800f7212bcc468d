#include "core/domain/redaction/replacements.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Replacements acme()
{
    Replacements replacements;
    replacements.add(u"acme"_s, u"example"_s);
    replacements.add(u"argocd.acme.corp"_s, u"argocd.example.com"_s);
    return replacements;
}

} // namespace

TEST(Replacements, MatchWholeWordsLongestFirst)
{
    EXPECT_EQ(acme().applied("https://argocd.acme.corp/x"), "https://argocd.example.com/x");
    EXPECT_EQ(acme().applied("ghcr.io/acme/shop-web ACME acme-shop"), "ghcr.io/example/shop-web example example-shop");
    EXPECT_EQ(acme().applied("acmeology pacme"), "acmeology pacme");
    EXPECT_EQ(acme().applied("acme"), "example");
    EXPECT_EQ(acme().applied(R"({"a":"line\nacme"})"), R"({"a":"line\nexample"})");
}

TEST(Replacements, DetectTokensAndAddressesAutomatically)
{
    const Replacements none;
    EXPECT_EQ(none.applied("x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln y"), "x token-removed y");
    EXPECT_EQ(none.applied("Authorization: Bearer abcdefgh12345"), "Authorization: Bearer token-removed");
    EXPECT_EQ(none.applied(R"({"author":"Ada Keller \u003cada.keller@acme.example\u003e"})"),
              R"({"author":"Ada Keller \u003csomebody@example.com\u003e"})");
    EXPECT_EQ(none.applied("nothing of it"), "nothing of it");
}

} // namespace lynceus
