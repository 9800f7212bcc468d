#include "core/domain/auth/tokenclaims.h"

#include "core/domain/auth/expiry.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr Instant kNow(Duration(1'795'425'485'000));
const QString kIssuer = u"http://localhost:8080/api/dex"_s;

Secret tokenOf(const QByteArray &payload)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QByteArray token = QByteArray(R"({"alg":"RS256"})").toBase64(options) + '.' + payload.toBase64(options) + ".c2ln";
    return Secret(std::move(token));
}

TokenClaims claimsOf(const QByteArray &payload)
{
    auto claims = readClaims(tokenOf(payload));
    EXPECT_TRUE(claims.has_value()) << payload.constData();
    return claims.value_or(TokenClaims());
}

TokenClaims good()
{
    TokenClaims claims;
    claims.issuer = kIssuer;
    claims.audience = {u"argo-cd-cli"_s};
    claims.issuedAt = kNow;
    claims.expiresAt = kNow + 24h;
    return claims;
}

Result<void> check(const TokenClaims &claims, const QByteArray &nonce = {}, Instant now = kNow)
{
    return checkIdToken(claims, kIssuer, u"argo-cd-cli"_s, nonce, now);
}

} // namespace

TEST(TokenClaims, ReadsTheRecordedTokenOfDex)
{
    // tests/data/samples/sso-dex.json, id_token_claims
    const auto claims = claimsOf(
        R"({"iss":"http://localhost:8080/api/dex","sub":"Cg0wLTM4NS0yODA4OS0wEgZtb2NrcHc","aud":"argo-cd-cli",
            "exp":1795511885,"iat":1795425485,"at_hash":"Baqi1YVRigG5jsXq2TBbGA","email":"dev@acme.example",
            "email_verified":true,"name":"Dev Acme","federated_claims":{"connector_id":"mockpw","user_id":"0-385"}})");
    EXPECT_EQ(claims.issuer, kIssuer);
    EXPECT_EQ(claims.audience, QStringList{u"argo-cd-cli"_s});
    EXPECT_EQ(claims.name, u"dev@acme.example"_s);
    EXPECT_EQ(claims.issuedAt, kNow);
    EXPECT_EQ(claims.expiresAt, kNow + 24h);
    EXPECT_EQ(tokenKind(claims), TokenKind::SingleSignOn);
    EXPECT_TRUE(check(claims).has_value());
}

TEST(TokenClaims, KnowsTheKindsOfTheServersOwnTokens)
{
    const auto local = claimsOf(R"({"iss":"argocd","sub":"admin:login","exp":1795511885.5,"iat":1795425485})");
    EXPECT_EQ(tokenKind(local), TokenKind::LocalSession);
    EXPECT_EQ(local.name, u"admin"_s);
    EXPECT_EQ(local.expiresAt, kNow + 24h + 500ms);
    const auto key = claimsOf(R"({"iss":"argocd","sub":"ci:apiKey","iat":1795425485})");
    EXPECT_EQ(tokenKind(key), TokenKind::ApiKey);
    EXPECT_FALSE(key.expiresAt.has_value());
    const auto role = claimsOf(R"({"iss":"argocd","sub":"proj:shop:reader"})");
    EXPECT_EQ(tokenKind(role), TokenKind::ProjectRole);
    EXPECT_EQ(role.name, u"proj:shop:reader"_s);
    EXPECT_EQ(tokenKind(std::nullopt), TokenKind::Opaque);
}

TEST(TokenClaims, WhatIsNoTokenIsSaidWithoutShowingIt)
{
    const QByteArray planted = "planted-secret";
    for (const auto &text : {QByteArray(), planted, planted + '.' + planted, planted + ".!!." + planted,
                             planted + ".." + planted, planted + '.' + QByteArray("[1]").toBase64() + ".x",
                             tokenOf(R"({"exp":"soon"})").reveal(), tokenOf(R"({"exp":1e300})").reveal(),
                             tokenOf(R"({"aud":5})").reveal(), tokenOf("{}x").reveal(), QByteArray(300'000, 'a')}) {
        const auto claims = readClaims(Secret(QByteArray(text)));
        ASSERT_FALSE(claims.has_value()) << text.constData();
        EXPECT_EQ(claims.error().kind, Error::Kind::Malformed);
        EXPECT_FALSE(claims.error().message.contains(u"planted"_s));
    }
}

TEST(IdToken, MustBeFromThisIssuerForThisClientAndThisSignIn)
{
    EXPECT_TRUE(check(good()).has_value());
    auto claims = good();
    claims.audience = {u"other"_s, u"argo-cd-cli"_s};
    EXPECT_TRUE(check(claims).has_value());

    struct Case
    {
        void (*change)(TokenClaims &);
        QString says;
    };
    const std::vector<Case> cases{
        {[](TokenClaims &c) { c.issuer = u"https://evil.example"_s; }, u"was made by https://evil.example"_s},
        {[](TokenClaims &c) { c.audience = {u"argo-cd"_s}; }, u"was made for argo-cd, not for argo-cd-cli"_s},
        {[](TokenClaims &c) { c.audience = {}; }, u"for nobody"_s},
        {[](TokenClaims &c) { c.nonce = "another"; }, u"another sign-in"_s},
        {[](TokenClaims &c) { c.expiresAt = {}; }, u"does not say when it ends"_s},
    };
    for (const auto &[change, says] : cases) {
        auto wrong = good();
        change(wrong);
        const auto checked = check(wrong, "the-nonce");
        ASSERT_FALSE(checked.has_value()) << qPrintable(says);
        EXPECT_TRUE(checked.error().message.contains(says)) << qPrintable(checked.error().message);
    }
    claims = good();
    claims.nonce = "the-nonce";
    EXPECT_TRUE(check(claims, "the-nonce").has_value());
    EXPECT_TRUE(check(good(), "the-nonce").has_value()) << "a provider may leave the nonce out";
}

TEST(IdToken, ClocksMayDifferByFiveMinutes)
{
    const auto claims = good();
    EXPECT_TRUE(check(claims, {}, kNow - 5min).has_value());
    EXPECT_FALSE(check(claims, {}, kNow - 5min - 1ms).has_value());
    EXPECT_TRUE(check(claims, {}, kNow + 24h + 5min - 1ms).has_value());
    EXPECT_FALSE(check(claims, {}, kNow + 24h + 5min).has_value());
    EXPECT_TRUE(check(claims, {}, kNow + 25h).error().message.contains(u"clock"_s));
}

TEST(Expiry, AFreshTokenLivesAsLongAsItSaysWhateverTheClocksSay)
{
    const auto ours = kNow - 3h; // this computer's clock is late
    EXPECT_EQ(endOfToken(good(), ours), ours + 24h);
    EXPECT_EQ(endOfToken(good(), std::nullopt), kNow + 24h);
    auto silent = good();
    silent.issuedAt = {};
    EXPECT_EQ(endOfToken(silent, ours), kNow + 24h);
    silent.expiresAt = {};
    EXPECT_FALSE(endOfToken(silent, ours).has_value());
}

TEST(Expiry, RenewsATenthOfItsLifeBeforeTheEnd)
{
    EXPECT_EQ(renewalTime(kNow, 24h), kNow - 5min);
    EXPECT_EQ(renewalTime(kNow, 10min), kNow - 1min);
    EXPECT_EQ(renewalTime(kNow, 2min), kNow - 30s);
    EXPECT_EQ(renewalTime(kNow, std::nullopt), kNow - 30s);
}

} // namespace lynceus
