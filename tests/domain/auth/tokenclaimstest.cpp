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
    claims.algorithm = u"RS256"_s;
    return claims;
}

Result<void> check(const TokenClaims &claims, const QByteArray &nonce = {}, Instant now = kNow,
                   const QStringList &algorithms = {})
{
    return checkIdToken(claims, {kIssuer, u"argo-cd-cli"_s, nonce, algorithms}, now);
}

} // namespace

TEST(TokenClaims, ParsesTheRecordedDexToken)
{
    // tests/data/samples/sso-dex.json, id_token_claims.
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

TEST(TokenClaims, RecognisesTheServersTokenKinds)
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

TEST(TokenClaims, ReportsInvalidTokensWithoutTheirContent)
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

TEST(IdToken, MustMatchIssuerClientAndNonce)
{
    EXPECT_TRUE(check(good()).has_value());
    auto claims = good();
    claims.audience = {u"other"_s, u"argo-cd-cli"_s};
    claims.authorizedParty = u"argo-cd-cli"_s;
    EXPECT_TRUE(check(claims).has_value());
    claims.audience = {u"argo-cd-cli"_s};
    EXPECT_TRUE(check(claims).has_value());

    struct Case
    {
        void (*change)(TokenClaims &);
        QString says;
    };
    const std::vector<Case> cases{
        {[](TokenClaims &c) { c.issuer = u"https://evil.example"_s; }, u"was issued by https://evil.example"_s},
        {[](TokenClaims &c) { c.audience = {u"argo-cd"_s}; }, u"was issued for argo-cd, not for argo-cd-cli"_s},
        {[](TokenClaims &c) { c.audience = {}; }, u"for no audience"_s},
        {[](TokenClaims &c) { c.nonce = "another"; }, u"a different sign-in"_s},
        {[](TokenClaims &c) { c.nonce = {}; }, u"does not contain the nonce"_s},
        {[](TokenClaims &c) { c.authorizedParty = u"argo-cd"_s; }, u"was issued to argo-cd (azp)"_s},
        {[](TokenClaims &c) { c.audience.append(u"other"_s); }, u"does not name the requesting client"_s},
        {[](TokenClaims &c) { c.algorithm = QString(); }, u"not signed"_s},
        {[](TokenClaims &c) { c.expiresAt = {}; }, u"has no expiry time"_s},
    };
    for (const auto &[change, says] : cases) {
        auto wrong = good();
        wrong.nonce = "the-nonce";
        change(wrong);
        const auto checked = check(wrong, "the-nonce");
        ASSERT_FALSE(checked.has_value()) << qPrintable(says);
        EXPECT_TRUE(checked.error().message.contains(says)) << qPrintable(checked.error().message);
    }
    claims = good();
    claims.nonce = "the-nonce";
    EXPECT_TRUE(check(claims, "the-nonce").has_value());
    EXPECT_TRUE(check(claims, {}).has_value()) << "a renewal sends no nonce";
}

TEST(IdToken, NeedsASignatureWithAnAdvertisedAlgorithm)
{
    struct Case
    {
        QString algorithm;
        QStringList promised;
        bool isFine;
    };
    const std::vector<Case> cases{
        {u"RS256"_s, {}, true},
        {u"ES384"_s, {}, true},
        {u"EdDSA"_s, {}, true},
        {u"RS256"_s, {u"ES256"_s, u"RS256"_s}, true},
        {u"RS256"_s, {u"ES256"_s}, false},
        {u"none"_s, {}, false},
        {u"NONE"_s, {}, false},
        {u"none"_s, {u"none"_s}, false},
        {u""_s, {}, false},
        {u"HS256"_s, {}, false},
        {u"HS256"_s, {u"HS256"_s}, false},
        {u"rs256"_s, {}, false},
        {u"RS256 "_s, {}, false},
    };
    for (const auto &[algorithm, promised, isFine] : cases) {
        auto claims = good();
        claims.algorithm = algorithm;
        const auto checked = check(claims, {}, kNow, promised);
        EXPECT_EQ(checked.has_value(), isFine) << qPrintable(algorithm) << " of " << qPrintable(promised.join(u','));
        if (!checked)
            EXPECT_EQ(checked.error().kind, Error::Kind::NotAllowed);
    }
}

TEST(TokenClaims, ReadsClientAndAlgorithm)
{
    const auto claims = claimsOf(R"({"iss":"i","aud":["a","b"],"azp":"a"})");
    EXPECT_EQ(claims.algorithm, u"RS256"_s);
    EXPECT_EQ(claims.authorizedParty, u"a"_s);
    EXPECT_EQ(claims.audience, (QStringList{u"a"_s, u"b"_s}));
    const auto payload = QByteArray(R"({"iss":"i"})").toBase64(QByteArray::Base64UrlEncoding);
    for (const auto &header : {QByteArray(), QByteArray("!!"), QByteArray("{").toBase64(), QByteArray("{}").toBase64(),
                               QByteArray(R"({"alg":5})").toBase64()}) {
        const auto read = readClaims(Secret(QByteArray(header + '.' + payload + ".c2ln")));
        ASSERT_TRUE(read.has_value()) << header.constData();
        EXPECT_EQ(read->algorithm, QString()) << header.constData();
    }
}

TEST(IdToken, ToleratesFiveMinutesOfClockSkew)
{
    const auto claims = good();
    EXPECT_TRUE(check(claims, {}, kNow - 5min).has_value());
    EXPECT_FALSE(check(claims, {}, kNow - 5min - 1ms).has_value());
    EXPECT_TRUE(check(claims, {}, kNow + 24h + 5min - 1ms).has_value());
    EXPECT_FALSE(check(claims, {}, kNow + 24h + 5min).has_value());
    EXPECT_TRUE(check(claims, {}, kNow + 25h).error().message.contains(u"clock"_s));
}

TEST(Expiry, FreshTokenLifetimeIgnoresClockDifferences)
{
    const auto localNow = kNow - 3h; // this computer's clock is 3 h slow
    EXPECT_EQ(endOfToken(good(), localNow), localNow + 24h);
    EXPECT_EQ(endOfToken(good(), std::nullopt), kNow + 24h);
    auto silent = good();
    silent.issuedAt = {};
    EXPECT_EQ(endOfToken(silent, localNow), kNow + 24h);
    silent.expiresAt = {};
    EXPECT_FALSE(endOfToken(silent, localNow).has_value());
}

TEST(Expiry, RenewsInTheLastTenthOfTheLifetime)
{
    EXPECT_EQ(renewalTime(kNow, 24h), kNow - 5min);
    EXPECT_EQ(renewalTime(kNow, 10min), kNow - 1min);
    EXPECT_EQ(renewalTime(kNow, 2min), kNow - 30s);
    EXPECT_EQ(renewalTime(kNow, std::nullopt), kNow - 30s);
}

} // namespace lynceus
