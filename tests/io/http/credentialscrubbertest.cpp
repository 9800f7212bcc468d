#include "core/io/http/transfers/credentialscrubber.h"

#include "core/io/http/requests/httpclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "core/io/signin/signinhttp.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

// Secrets whose form no pattern recognizes.
const QByteArray kOpaque = "sesame/open+42";
const QByteArray kGate = R"(gate "7" keeper)";
const QByteArray kBasic = "Basic " + QByteArray("gate:letmein99").toBase64();

InstanceAccess secretAccess(const QUrl &url)
{
    InstanceAccess access;
    access.baseUrl = url;
    access.token = Secret(QByteArray(kOpaque));
    access.headers = {{"X-Gate", kGate}, {"X-Proxy-Login", kBasic}, {"X-Env", "prod"}};
    return access;
}

/// All secrets that were sent, in every form in which an answer may repeat them.
QByteArrayList quotes()
{
    return {kOpaque,
            kOpaque.toPercentEncoding(),
            "Bearer " + kOpaque,
            kGate,
            kGate.toPercentEncoding(),
            R"(gate \"7\" keeper)",
            kBasic,
            kBasic.sliced(6),
            "gate:letmein99",
            "letmein99",
            kOpaque.toBase64(QByteArray::OmitTrailingEquals),
            ("ab:" + kOpaque + ":z").toBase64(),
            ("abcd" + kOpaque + "z").toBase64(QByteArray::Base64UrlEncoding),
            kOpaque.toHex().toUpper(),
            kOpaque.toUpper(),
            "24+nepo/emases",
            R"(gate &quot;7&quot; keeper)"};
}

void expectNoSecretIn(const QString &text)
{
    for (const auto &quote : quotes())
        EXPECT_FALSE(text.contains(QString::fromUtf8(quote))) << qPrintable(text);
}

QByteArray inJson(QByteArray text)
{
    return text.replace('\\', R"(\\)").replace('"', R"(\")");
}

/// Answers that contain @p words in different places.
std::vector<QByteArray> answersWith(const QByteArray &words)
{
    return {answer("403 Forbidden", "application/json",
                   R"({"error":"no: )" + inJson(words) + R"(","message":")" + inJson(words) + R"(","code":7})"),
            answer("404 Not Found", "application/json", R"({"error":")" + inJson(words) + R"(","code":5})"),
            answer("500 Oops", "application/json", R"({"message":")" + inJson(words) + R"(","code":13})"),
            answer("503 Gone", "text/html", "<html><head><title>" + words + "</title></head></html>"),
            answer("200 OK", "text/html", "<html><head><title>" + words + "</title></head></html>"),
            answer("502 " + words, "text/plain", words),
            answer("200 OK", words, "{}"),
            head("302 Found",
                 "Location: https://elsewhere.example/" + words.toPercentEncoding() + "?q=1\r\nContent-Length: 0")};
}

class ScrubbedErrors : public testing::Test
{
protected:
    FakeClock m_clock;
    QObject m_context;
    LogCapture m_log;
};

} // namespace

TEST_F(ScrubbedErrors, RequestErrorContainsNoSentSecret)
{
    QByteArray words;
    RawServer server([&words](const ReceivedRequest &request) -> Script {
        return {send(answersWith(words)[std::size_t(request.headers["x-case"].toInt())]), finish()};
    });
    int errors = 0;
    for (const auto &quote : quotes()) {
        words = "who is " + quote + "?";
        for (std::size_t which = 0; which < answersWith(words).size(); ++which) {
            auto access = secretAccess(server.url());
            access.headers.append({"X-Case", QByteArray::number(which)});
            HttpClient client(access, m_clock);
            const auto future = client.get({.path = versionPath()}, &m_context);
            ASSERT_TRUE(waitFor(future));
            const auto reply = future.result();
            ASSERT_FALSE(reply.has_value());
            expectNoSecretIn(reply.error().message);
            if (reply.error().message.contains(u"who is"_s))
                ++errors;
        }
    }
    EXPECT_GT(errors, 20) << "the server's messages are still reported";
    expectNoSecretIn(m_log.text());
}

TEST_F(ScrubbedErrors, StreamErrorContainsNoSentSecret)
{
    for (const auto &quote : quotes()) {
        const auto errorBody = R"({"error":{"message":"no )" + inJson(quote) + R"( here","grpc_code":7}})";
        for (const bool opens : {true, false}) {
            RawServer server([&](const ReceivedRequest &) -> Script {
                if (!opens)
                    return {send(answer("403 Forbidden", "application/json", errorBody)), finish()};
                return {send(head("200 OK", "Content-Type: text/event-stream") + "data: " + errorBody + "\n\n"),
                        finish()};
            });
            StreamConnection stream(secretAccess(server.url()), listStreamPath(u"7"_s, {}), m_clock, nullptr);
            QByteArray payload;
            std::optional<Error> end;
            QObject::connect(&stream, &StreamConnection::frameArrived, &stream,
                             [&payload](const QByteArray &frame) { payload = frame; });
            QObject::connect(&stream, &StreamConnection::ended, &stream, [&end](const Error &error) { end = error; });
            stream.open();
            ASSERT_TRUE(waitUntil([&] { return end.has_value(); }));
            EXPECT_EQ(payload.contains("here"), opens);
            expectNoSecretIn(QString::fromUtf8(payload));
            expectNoSecretIn(end->message);
        }
    }
    expectNoSecretIn(m_log.text());
}

TEST_F(ScrubbedErrors, RejectedSignInContainsNoPassword)
{
    RawServer server([](const ReceivedRequest &request) -> Script {
        return {send(answer("400 Bad Request", "text/plain", "you sent " + request.body)), finish()};
    });
    SignInHttp http(secretAccess(server.url()), m_clock);
    SignInRequest request{.call = SignInCall::Session, .url = sessionUrl(server.url())};
    request.json = Secret(QByteArray(R"({"username":"ada lovelace","password":"\"horse\" staple"})"));
    std::optional<Result<SignInAnswer>> reported;
    http.send(request, {.baseUrl = server.url()}, &m_context, [&reported](const auto &result) { reported = result; });
    ASSERT_TRUE(waitUntil([&] { return reported.has_value(); }));
    ASSERT_TRUE(*reported) << qPrintable(reported->error().message);
    EXPECT_TRUE((*reported)->body.contains("ada lovelace"));
    EXPECT_FALSE((*reported)->body.contains("staple")) << (*reported)->body.toStdString();
}

TEST(CredentialScrubber, RemovesLongerValuesFirstAndKeepsWords)
{
    OutgoingRequest request;
    request.headers.set("X-One", "abcdef");
    request.headers.set("X-Two", "abcdefgh");
    request.headers.set("X-Env", "prod");
    request.headers.set("Cookie", "argocd.token=chocolate; theme=dark");
    request.headers.set("Accept", "application/json");
    const CredentialScrubber scrubber(request);
    EXPECT_EQ(scrubber.removedFrom(QByteArray("<abcdefgh> <abcdef>")), "<…> <…>");
    EXPECT_EQ(scrubber.removedFrom(u"production wants application/json, not chocolate"_s),
              u"production wants application/json, not …"_s);
}

} // namespace lynceus
