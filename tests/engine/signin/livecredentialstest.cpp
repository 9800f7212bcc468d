#include "core/engine/signin/livecredentials.h"

#include "core/domain/auth/expiry.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr Instant kNow(Duration(1'795'425'485'000));

Secret tokenOf(const QByteArray &issuer, const QByteArray &subject, Instant issuedAt, Duration life)
{
    const auto seconds = [](Instant at) { return QByteArray::number(at.time_since_epoch().count() / 1000); };
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const auto payload = R"({"iss":")" + issuer + R"(","sub":")" + subject + R"(","iat":)" + seconds(issuedAt)
        + R"(,"exp":)" + seconds(issuedAt + life) + '}';
    auto token = QByteArray(R"({"alg":"RS256"})").toBase64(options);
    token += '.' + payload.toBase64(options) + ".c2ln";
    return Secret(std::move(token));
}

Credentials credentialsOf(Secret bearer, const QByteArray &refreshToken = {})
{
    Credentials credentials;
    credentials.bearer = std::move(bearer);
    credentials.refreshToken = Secret(QByteArray(refreshToken));
    credentials.receivedAt = kNow;
    return credentials;
}

/// A session of a local account that the server has just created.
LiveCredentials localSession(const QByteArray &subject = "ann:login", Duration life = 24h)
{
    return LiveCredentials(credentialsOf(tokenOf("argocd", subject, kNow, life)));
}

} // namespace

TEST(LiveCredentials, TokenWithoutExpiryHasNoEnd)
{
    const LiveCredentials opaque(credentialsOf(Secret(QByteArray("opaque"))));
    EXPECT_TRUE(opaque.user().isEmpty());
    EXPECT_FALSE(opaque.end());
    EXPECT_FALSE(opaque.renewAt());
    EXPECT_FALSE(opaque.isOver(kNow + 24h * 365));
    EXPECT_FALSE(opaque.isRenewable());
    EXPECT_FALSE(opaque.isRenewedByServer());
}

TEST(LiveCredentials, ProviderTokenIsRenewedInTheLastTenthOfItsLifetime)
{
    const LiveCredentials live(credentialsOf(tokenOf("https://dex", "ann", kNow, 10min), "refresh"));
    EXPECT_EQ(live.user(), u"ann"_s);
    ASSERT_EQ(live.end(), kNow + 10min);
    EXPECT_EQ(live.renewAt(), kNow + 9min);
    EXPECT_FALSE(live.isOver(kNow + 10min - kLeastLife - 1ms));
    EXPECT_TRUE(live.isOver(kNow + 10min - kLeastLife)) << "an answer would come too late";
    const LiveCredentials without(credentialsOf(tokenOf("https://dex", "ann", kNow, 10min)));
    EXPECT_FALSE(without.renewAt()) << "no renewal without a refresh token";
}

TEST(LiveCredentials, LocalSessionIsRenewedInItsLastMinutes)
{
    const auto live = localSession();
    EXPECT_TRUE(live.isRenewedByServer());
    EXPECT_FALSE(live.isRenewable());
    EXPECT_EQ(live.renewAt(), kNow + 24h - 4min) << "one minute into the last five, because clocks differ";
    EXPECT_FALSE(localSession("ann:apiKey").isRenewedByServer());
    EXPECT_FALSE(localSession("ann:apiKey").renewAt());
}

// The clocks may differ: the token has just arrived, and the server accepts it.
TEST(LiveCredentials, TokenThatArrivesExpiredHasNoEnd)
{
    EXPECT_FALSE(localSession("ann:login", kLeastLife).end());
    EXPECT_TRUE(localSession("ann:login", kLeastLife + 1s).end());
    auto stored = credentialsOf(tokenOf("argocd", "ann:login", kNow - 2h, 1h));
    stored.receivedAt.reset();
    EXPECT_TRUE(LiveCredentials(stored).isOver(kNow)) << "a stored token has only its claims";
}

TEST(LiveCredentials, ServersTokenIsAcceptedOnlyForTheSameAccount)
{
    const auto live = localSession();
    const auto renewed = live.renewedByServer(tokenOf("argocd", "ann:login", kNow + 23h, 24h), kNow + 23h);
    ASSERT_TRUE(renewed);
    EXPECT_EQ(LiveCredentials(*renewed).end(), kNow + 47h);
    EXPECT_FALSE(live.renewedByServer(tokenOf("argocd", "bob:login", kNow, 48h), kNow));
    EXPECT_FALSE(live.renewedByServer(tokenOf("https://dex", "ann:login", kNow, 48h), kNow));
    EXPECT_FALSE(live.renewedByServer(Secret(QByteArray("opaque")), kNow));
    const LiveCredentials other(credentialsOf(tokenOf("https://dex", "ann", kNow, 10min), "refresh"));
    EXPECT_FALSE(other.renewedByServer(tokenOf("https://dex", "ann", kNow, 20min), kNow))
        << "the provider renews the token, not the server";
}

} // namespace lynceus
