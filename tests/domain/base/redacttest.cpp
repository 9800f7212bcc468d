#include "core/domain/redaction/redact.h"

#include <QUrl>

#include <random>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

const auto kJwt = u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbjpsb2dpbiJ9.c2lnbmF0dXJlLW9mLXRlc3Q"_s;
const auto kOpaque = u"Zx91-plantedValue_77"_s;

bool survives(const QString &shown, const QString &secret)
{
    // No 8 consecutive characters of the secret may remain.
    for (qsizetype i = 0; i + 8 <= secret.size(); ++i) {
        if (shown.contains(QStringView(secret).sliced(i, 8)))
            return true;
    }
    return false;
}

TEST(Redact, TokensAreRedactedInEveryEncoding)
{
    const QString forms[] = {
        u"Bearer %1"_s,
        u"bearer  \"%1\""_s,
        u"Authorization: Bearer %1"_s,
        u"proxy-authorization: %1 and more %1"_s,
        u"Cookie: argocd.token=%1; other=1"_s,
        u"Set-Cookie: argocd.token-1=%1; Path=/"_s,
        u"{\"token\":\"%1\"}"_s,
        u"{\"token\" : \"%1"_s,
        u"{'access_token': '%1'}"_s,
        u"{\"id_token\":[\"%1\"]}"_s,
        u"{\"body\":\"{\\\"token\\\":\\\"%1\\\",\\\"x\\\":1}\"}"_s,
        u"{\"a\":\"{\\\"b\\\":\\\"{\\\\\\\"refreshToken\\\\\\\":\\\\\\\"%1\\\\\\\"}\\\"}\"}"_s,
        u"{\"password\":\"a\\\"%1\"}"_s,
        u"{\"client_secret\": \"%1\"}"_s,
        u"auth-token: %1"_s,
        u"X-Auth-Token: %1"_s,
        u"password: %1"_s,
        u"token=%1"_s,
        u"https://host/cb?access_token=%1&x=1"_s,
        u"https://host/cb?code=%1&state=%1"_s,
        u"id_token%3D%1"_s,
        u"token=\"%1\""_s,
        u"argocd app list --auth-token %1 --grpc-web"_s,
        u"https://admin:%1@argocd.acme.example/"_s,
        u"Bearer%20%1"_s,
        u"ARGOCD_AUTH_TOKEN=%1"_s,
        u"secret = %1"_s,
        u"line one\nAuthorization: Bearer %1\nline two"_s,
    };
    for (const auto &form : forms) {
        for (const auto &secret : {kJwt, kOpaque}) {
            auto text = form;
            text.replace("%1"_L1, secret);
            const auto shown = redactedText(text, 2'000);
            EXPECT_FALSE(survives(shown, secret)) << shown.toStdString();
            EXPECT_TRUE(shown.contains(u'…')) << shown.toStdString();
        }
    }
}

TEST(Redact, JwtsAreRedactedAnywhere)
{
    std::mt19937 random(3);
    const QStringList around{u" "_s, u"\""_s,   u"("_s, u","_s,      u"="_s, u"\n"_s,
                             u"/"_s, u"was "_s, u"'"_s, u"\u200b"_s, {}};
    const auto any = [&] { return around[std::uniform_int_distribution<qsizetype>(0, around.size() - 1)(random)]; };
    for (int i = 0; i < 2'000; ++i) {
        const auto before = QString(std::uniform_int_distribution<int>(0, 500)(random), u'x') + u' ' + any();
        const auto shown = redactedText(before + kJwt + any() + u"tail"_s, 400);
        EXPECT_FALSE(survives(shown, kJwt)) << shown.toStdString();
        EXPECT_LE(shown.size(), 400);
    }
}

TEST(Redact, TruncatedTokenIsRedacted)
{
    for (qsizetype limit = 1; limit < 120; ++limit) {
        const auto shown = redactedText(u"Bearer "_s + kJwt + u" and {\"token\":\""_s + kOpaque + u"\"}"_s, limit);
        EXPECT_LE(shown.size(), limit);
        EXPECT_FALSE(survives(shown, kJwt) || survives(shown, kOpaque)) << shown.toStdString();
    }
    const auto far = redactedText(QString(10'000, u'x') + kJwt, 400);
    EXPECT_EQ(far.size(), 400);
    EXPECT_TRUE(far.endsWith(u'…'));
    EXPECT_TRUE(redactedText(u"x", 0).isEmpty());
}

TEST(Redact, OrdinaryMessagesStayReadable)
{
    for (const QString &text :
         {u"invalid session: token has invalid claims: token is expired"_s,
          u"rpc error: code = Unauthenticated desc = no session"_s,
          u"Back-off pulling image \"ghcr.io/acme/shop-web:1.6.0\""_s, u"application \"shop-web\" not found"_s,
          u"dial tcp 10.0.0.1:443: connect: connection refused"_s, u"HeyJude is a song"_s,
          u"Basic authentication required"_s, u"use --auth-token-file PATH"_s,
          u"job shop-api-migrate failed, attempt 2"_s})
        EXPECT_EQ(redactedText(text).toStdString(), text.toStdString());
}

TEST(Redact, ControlCharactersAreEscaped)
{
    EXPECT_EQ(redactedText(u"a\nb\tc\rd\x1b[31me\u202ef\u2028").toStdString(),
              "a\\nb\\tc\\rd\\u001b[31me\\u202ef\\u2028");
}

TEST(Redact, UrlsKeepOnlyHarmlessValues)
{
    const std::pair<const char *, const char *> table[] = {
        {"https://argocd.acme.example/api/v1/applications?project=shop&fields=items.metadata.name",
         "https://argocd.acme.example/api/v1/applications?project=shop&fields=items.metadata.name"},
        {"https://admin:pw12345678@h.example:8443/x?token=abcdefghijk#frag", "https://…@h.example:8443/x?token=…#…"},
        {"https://h.example/cb?code=1234&state=5678&project=a", "https://h.example/cb?code=…&state=…&project=a"},
        {"https://h.example/?justavalue", "https://h.example/?…"},
        {"https://[2001:db8::1]:443/x", "https://[2001:db8::1]:443/x"},
        {"https://h.example/x?project", "https://h.example/x?project="},
        {"/api/v1/settings", "/api/v1/settings"},
    };
    for (const auto &[url, shown] : table)
        EXPECT_EQ(redactedUrl(QUrl(QString::fromUtf8(url))).toStdString(), shown);
    EXPECT_EQ(redactedUrl(QUrl(u"https://h:port/"_s)).toStdString(), "…");
    EXPECT_FALSE(survives(
        redactedUrl(QUrl(u"https://h.example/x/"_s + kJwt + u"?name="_s + kJwt + u"&"_s + kJwt + u"=1"_s)), kJwt));
}

} // namespace
