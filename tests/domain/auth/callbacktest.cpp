#include "core/domain/auth/callback.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const QString kIssuer = u"https://dex.example/api/dex"_s;

Result<Secret> codeOf(const QByteArray &query, bool sendsIssuer = false)
{
    return parseAuthorizationResponse("/auth/callback?" + query).and_then([&](const AuthorizationResponse &response) {
        return codeFrom(response, {"the-state", kIssuer, sendsIssuer});
    });
}

struct Refusal
{
    QByteArray query;
    Error::Kind kind;
    QString says;
};

} // namespace

TEST(Callback, AcceptsOnlyTheExactPath)
{
    EXPECT_TRUE(isCallbackTarget("/auth/callback"));
    EXPECT_TRUE(isCallbackTarget("/auth/callback?code=1"));
    for (const auto *target :
         {"/", "/favicon.ico", "/auth/callback/", "/auth/callbackx", "/AUTH/callback", "/auth/callback#code=1",
          "//auth/callback", "/auth%2Fcallback", "/x/auth/callback?a", "http://localhost/auth/callback", ""})
        EXPECT_FALSE(isCallbackTarget(target)) << target;
}

TEST(Callback, ReturnsTheCode)
{
    EXPECT_EQ(codeOf("code=abc&state=the-state").value().reveal(), "abc");
    EXPECT_EQ(codeOf("state=the-state&session_state=x&code=a%2Fb%2B%3d+c&scope=y").value().reveal(), "a/b+= c");
    EXPECT_EQ(codeOf("state=the-state&code=c&iss=https%3A%2F%2Fdex.example%2Fapi%2Fdex").value().reveal(), "c");
}

TEST(Callback, EachErrorHasItsOwnMessage)
{
    const std::vector<Refusal> refusals{
        {"code=abc&state=another", Error::Kind::NotAllowed, u"a different sign-in"_s},
        {"code=abc", Error::Kind::NotAllowed, u"a different sign-in"_s},
        {"", Error::Kind::NotAllowed, u"a different sign-in"_s},
        {"error=access_denied&state=wrong", Error::Kind::NotAllowed, u"a different sign-in"_s},
        {"error=access_denied&state=the-state", Error::Kind::Forbidden, u"denied in the browser"_s},
        {"error=access_denied&error_description=no+group&state=the-state", Error::Kind::Forbidden, u"no group"_s},
        {"error=server_error&error_description=boom&state=the-state&code=c", Error::Kind::Server, u"boom"_s},
        {"state=the-state", Error::Kind::Malformed, u"returned no code"_s},
        {"state=the-state&code=", Error::Kind::Malformed, u"returned no code"_s},
        {"state=the-state&code=a&code=b", Error::Kind::BadInput, u"\"code\" twice"_s},
        {"state=the-state&state=the-state&code=b", Error::Kind::BadInput, u"\"state\" twice"_s},
        {"state=the-state&code=%zz", Error::Kind::BadInput, u"returned an invalid"_s},
        {"state=the-state&code=a%2", Error::Kind::BadInput, u"returned an invalid"_s},
        {"state=the-state&code=c&iss=https%3A%2F%2Fevil.example", Error::Kind::NotAllowed, u"a different provider"_s},
        {"state=the-state&code=" + QByteArray(20'000, 'a'), Error::Kind::BadInput, u"too long"_s},
    };
    for (const auto &[query, kind, says] : refusals) {
        const auto code = codeOf(query);
        ASSERT_FALSE(code.has_value()) << query.constData();
        EXPECT_EQ(code.error().kind, kind) << query.constData();
        EXPECT_TRUE(code.error().message.contains(says)) << qPrintable(code.error().message);
        EXPECT_FALSE(code.error().message.contains(u"abc"_s)) << "the code is reported";
    }
}

// RFC 9207 §2.4: without the issuer, a client that uses two providers could confuse them.
TEST(Callback, RequiresAnAdvertisedIssuer)
{
    const QByteArray right = "code=abc&state=the-state&iss=https%3A%2F%2Fdex.example%2Fapi%2Fdex";
    EXPECT_TRUE(codeOf(right, true).has_value());
    EXPECT_TRUE(codeOf("code=abc&state=the-state", false).has_value());
    for (const QByteArray query :
         {"code=abc&state=the-state", "code=abc&state=the-state&iss=", "error=access_denied&state=the-state",
          "code=abc&state=the-state&iss=https%3A%2F%2Fdex.example%2Fapi%2Fdex%2F",
          "code=abc&state=the-state&iss=https%3A%2F%2Fevil.example"}) {
        const auto code = codeOf(query, true);
        ASSERT_FALSE(code.has_value()) << query.constData();
        EXPECT_EQ(code.error().kind, Error::Kind::NotAllowed) << query.constData();
    }
    EXPECT_EQ(codeOf(right + "&iss=https%3A%2F%2Fevil.example", true).error().kind, Error::Kind::BadInput);
}

TEST(Callback, RejectsACodeWithControlCharacters)
{
    for (const QByteArray code : {"a%0d%0aX-Injected:+1", "a%0a", "a%00", "%7f", "%c3%a4"}) {
        const auto read = codeOf("state=the-state&code=" + code);
        ASSERT_FALSE(read.has_value()) << code.constData();
        EXPECT_EQ(read.error().kind, Error::Kind::Malformed) << code.constData();
    }
}

TEST(Callback, ProviderMessagesContainNoControlCharactersOrTokens)
{
    const auto code =
        codeOf("state=the-state&error=x&error_description=a%1b%5b31m+eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln%0Ab");
    ASSERT_FALSE(code.has_value());
    EXPECT_FALSE(code.error().message.contains(QChar(0x1b)));
    EXPECT_FALSE(code.error().message.contains(u'\n'));
    EXPECT_FALSE(code.error().message.contains(u"eyJ"_s));
}

TEST(Callback, AcceptsAPastedCallbackAddress)
{
    EXPECT_EQ(targetOfPastedAddress(u"  http://localhost:8085/auth/callback?code=a%2Fb&state=s\n"_s).value(),
              "/auth/callback?code=a%2Fb&state=s");
    EXPECT_EQ(targetOfPastedAddress(u"http://127.0.0.1:9000/auth/callback?error=x#y"_s).value(),
              "/auth/callback?error=x");
    for (const auto &text :
         {u""_s, u"code=abc"_s, u"https://localhost:8085/auth/callback?code=abc"_s,
          u"http://localhost:8085/auth/callback"_s, u"http://evil.example/auth/callback?code=abc&state=s"_s,
          u"http://localhost:8085/login?code=abc"_s, u"http://localhost:8085/auth/callback ?code=abc"_s}) {
        const auto target = targetOfPastedAddress(text);
        ASSERT_FALSE(target.has_value()) << qPrintable(text);
        EXPECT_EQ(target.error().kind, Error::Kind::BadInput);
        EXPECT_FALSE((target.error().asked + target.error().message).contains(u"abc"_s));
    }
}

} // namespace lynceus
