#include "core/domain/argocd/responses/answer.h"

#include "tests/support/samples.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Failure = TransportOutcome::Failure;
using Kind = Error::Kind;

const auto kAsked = u"GET /api/v1/applications"_s;

TransportOutcome answered(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    TransportOutcome outcome;
    outcome.httpStatus = status;
    outcome.contentType = type;
    outcome.body = body;
    outcome.bytesOnWire = body.size();
    return outcome;
}

Error errorOf(const TransportOutcome &outcome, BodyForm form = BodyForm::OneValue)
{
    const auto answer = classifyAnswer(outcome, kAsked, form);
    EXPECT_FALSE(answer) << answer->toStdString();
    return answer ? Error{} : answer.error();
}

#define EXPECT_CONTAINS(text, words) EXPECT_TRUE((text).contains(words)) << (text).toStdString()

TEST(Answer, IsABodyOnlyIfAllChecksPass)
{
    EXPECT_EQ(classifyAnswer(answered(200, "{}"), kAsked).value(), "{}");
    EXPECT_EQ(classifyAnswer(answered(200, " [1]\r\n", "Application/JSON; charset=utf-8"), kAsked).value(), " [1]\r\n");
    for (const auto *name : {"version.http", "settings.http", "resource-events.http", "userinfo-signed-out.http"}) {
        const auto sample = sampleAnswer(QString::fromLatin1(name));
        EXPECT_TRUE(classifyAnswer(sample, kAsked)) << name;
    }
}

TEST(Answer, TransportFailureTakesPrecedence)
{
    struct Row
    {
        Failure failure;
        Kind kind;
        bool retryable;
    };
    for (const auto &[failure, kind, retryable] : {
             Row{Failure::Refused, Kind::Unreachable, true},
             Row{Failure::Reset, Kind::Unreachable, true},
             Row{Failure::Inactive, Kind::TimedOut, true},
             Row{Failure::Deadline, Kind::TimedOut, true},
             Row{Failure::TooLarge, Kind::TooLarge, false},
             Row{Failure::Certificate, Kind::Certificate, false},
             Row{Failure::Tls, Kind::Unreachable, true},
             Row{Failure::Encoding, Kind::Unreachable, true},
             Row{Failure::Cancelled, Kind::Cancelled, false},
         }) {
        for (const int status : {0, 200, 401, 503}) {
            auto outcome = answered(status, "{}");
            outcome.failure = failure;
            outcome.detail = u"the layer's words"_s;
            const auto error = errorOf(outcome);
            EXPECT_EQ(error.kind, kind) << static_cast<int>(failure) << " " << status;
            EXPECT_EQ(error.retryable, retryable) << static_cast<int>(failure);
            EXPECT_EQ(error.httpStatus, status);
            EXPECT_EQ(error.asked, kAsked);
            EXPECT_CONTAINS(error.message, u"(the layer's words)"_s);
            EXPECT_EQ(classifyStreamHead(outcome, kAsked).error().kind, kind);
        }
    }
    EXPECT_EQ(errorOf({}).kind, Kind::Unreachable) << "no head and no failure";
}

TEST(Answer, StatusDeterminesTheError)
{
    struct Row
    {
        int status;
        Kind kind;
        bool retryable;
    };
    const auto bodyOf = [](int status) {
        const int code = status == 401 ? 16 : status == 403 ? 7 : status == 404 ? 5 : 2; // as in grpc-gateway
        return R"({"error":"because","code":)" + QByteArray::number(code) + R"(,"message":"because"})";
    };
    for (const auto &[status, kind, retryable] : {
             Row{400, Kind::Server, false},
             Row{401, Kind::SignInNeeded, false},
             Row{403, Kind::Forbidden, false},
             Row{404, Kind::NotFound, false},
             Row{408, Kind::Server, true},
             Row{409, Kind::Server, false},
             Row{429, Kind::Server, true},
             Row{500, Kind::Server, true},
             Row{501, Kind::Server, false},
             Row{502, Kind::Server, true},
             Row{503, Kind::Server, true},
             Row{504, Kind::Server, true},
         }) {
        const auto body = bodyOf(status);
        const auto error = errorOf(answered(status, body));
        EXPECT_EQ(error.kind, kind) << status;
        EXPECT_EQ(error.retryable, retryable) << status;
        EXPECT_EQ(error.httpStatus, status);
        EXPECT_CONTAINS(error.message, u"because"_s);
        EXPECT_EQ(classifyStreamHead(answered(status, body), kAsked).error().kind, kind) << status;
    }
    EXPECT_CONTAINS(errorOf(answered(401, bodyOf(401))).message, u"sign-in"_s);
    EXPECT_CONTAINS(errorOf(answered(500, "")).message, u"no reason given"_s);
}

TEST(Answer, ListAboveTheServersLimitIsNotRetried)
{
    const auto error = errorOf(
        answered(429, R"x({"error":"grpc: received message larger than max (300 vs. 200)","code":8,"message":"…"})x"));
    EXPECT_EQ(error.kind, Kind::Server);
    EXPECT_FALSE(error.retryable);
}

TEST(Answer, RecordedErrorsAreClassified)
{
    struct Row
    {
        const char *name;
        Kind kind;
        QString says;
    };
    for (const auto &[name, kind, says] : {
             Row{"error-401-no-token.http", Kind::SignInNeeded, u"no session information"_s},
             Row{"error-401-bad-token.http", Kind::SignInNeeded, u"signature is invalid"_s},
             Row{"error-401-stream.http", Kind::SignInNeeded, u"no session information"_s},
             Row{"error-403-unknown-app.http", Kind::Forbidden, u"permission denied"_s},
             Row{"error-404-unknown-app-with-project.http", Kind::NotFound, u"\"nope\" not found"_s},
             Row{"error-404-route.http", Kind::NotArgoCd, u"text/plain"_s},
             Row{"error-415.http", Kind::NotArgoCd, u"status 415"_s},
             Row{"error-500-selector.http", Kind::Server, u"error parsing the selector"_s},
             Row{"limited-403-logs.http", Kind::Forbidden, u"permission denied: logs, get"_s},
             Row{"html-where-json-was-meant.http", Kind::NotArgoCd, u"“Argo CD”"_s},
             Row{"error-logs-unknown-pod.http", Kind::Unreachable, u"empty"_s},
         }) {
        const auto error = errorOf(sampleAnswer(QString::fromLatin1(name)));
        EXPECT_EQ(error.kind, kind) << name;
        EXPECT_CONTAINS(error.message, says);
    }
}

TEST(Answer, WebPageIsNotArgoCdAndItsTitleIsReported)
{
    const auto error =
        errorOf(answered(200, "<HTML><Title lang=en>\n Sign in\n to Acme </title>", "text/html; charset=utf-8"));
    EXPECT_EQ(error.kind, Kind::NotArgoCd);
    EXPECT_EQ(error.message,
              u"the server returned a web page, “Sign in to Acme”, (text/html) instead of JSON from Argo CD"_s);
    EXPECT_EQ(errorOf(answered(200, "<html>", "text/html")).message,
              u"the server returned a web page (text/html) instead of JSON from Argo CD"_s);
    EXPECT_EQ(errorOf(answered(200, "<html><title>x", "text/html")).kind, Kind::NotArgoCd);
    EXPECT_EQ(errorOf(answered(403, "<html>", "text/html")).kind, Kind::NotArgoCd) << "a gateway's page";
    EXPECT_EQ(errorOf(answered(404, "", "")).kind, Kind::NotArgoCd);
    const QByteArray permissionDenied = R"({"error":"permission denied","code":7,"message":"permission denied"})";
    for (qsizetype length = 0; length < permissionDenied.size(); ++length) {
        const auto cut = answered(403, permissionDenied.left(length));
        EXPECT_EQ(errorOf(cut).kind, Kind::NotArgoCd) << length << " bytes of a message: not a reason to end a watch";
        EXPECT_EQ(classifyStreamHead(cut, kAsked).error().kind, Kind::NotArgoCd) << length;
    }
    const auto gateway = errorOf(answered(404, R"({"message":"no Route matched with those values"})"));
    EXPECT_EQ(gateway.kind, Kind::NotArgoCd) << "a gateway's JSON does not mean a missing application";
    EXPECT_EQ(gateway.message, u"the server returned JSON, but not in Argo CD's format, status 404"_s);
    EXPECT_EQ(errorOf(answered(200, "{}", "")).kind, Kind::NotArgoCd);
    EXPECT_EQ(errorOf(answered(200, "{}", "application/jsonp")).kind, Kind::NotArgoCd);
    EXPECT_EQ(errorOf(answered(503, "<html>", "text/html")).kind, Kind::Server);
}

TEST(Answer, RedirectNamesItsTargetWithoutSecrets)
{
    auto outcome = answered(302, "");
    outcome.location = "https://login.acme.example/authorize?state=geheim";
    const auto error = errorOf(outcome);
    EXPECT_EQ(error.kind, Kind::NotArgoCd);
    EXPECT_CONTAINS(error.message, u"login.acme.example"_s);
    EXPECT_FALSE(error.message.contains(u"geheim"));
    outcome.location.clear();
    EXPECT_EQ(errorOf(outcome).kind, Kind::NotArgoCd);
}

TEST(Answer, TruncatedBodyIsRejected)
{
    auto outcome = answered(200, "{}");
    outcome.contentLength = 3;
    EXPECT_EQ(errorOf(outcome).kind, Kind::Unreachable);
    EXPECT_TRUE(errorOf(outcome).retryable);
    EXPECT_CONTAINS(errorOf(outcome).message, u"2 of 3 bytes"_s);
    outcome.bytesOnWire = -1;
    EXPECT_TRUE(classifyAnswer(outcome, kAsked)) << "unknown is not wrong";

    const auto whole = sampleAnswer(u"settings.http"_s);
    for (qsizetype size = 0; size < whole.body.trimmed().size(); ++size) {
        auto cut = whole;
        cut.body = whole.body.first(size);
        cut.bytesOnWire = size;
        const auto error = errorOf(cut);
        ASSERT_EQ(error.kind, Kind::Unreachable) << size;
        ASSERT_TRUE(error.retryable) << size;
    }
    EXPECT_EQ(errorOf(answered(200, "", "")).kind, Kind::Unreachable);
    EXPECT_EQ(errorOf(answered(200, "  \n")).kind, Kind::Unreachable);
    EXPECT_EQ(errorOf(answered(200, "Internal error")).kind, Kind::Malformed);
    EXPECT_EQ(errorOf(answered(200, "{}{}")).kind, Kind::Unreachable);
}

TEST(Answer, LogsAreLinesAndCanBeEmpty)
{
    EXPECT_TRUE(classifyAnswer(sampleAnswer(u"logs.ndjson.http"_s), kAsked, BodyForm::Lines));
    EXPECT_TRUE(classifyAnswer(sampleAnswer(u"error-logs-unknown-pod.http"_s), kAsked, BodyForm::Lines));
    EXPECT_EQ(errorOf(sampleAnswer(u"logs.ndjson.http"_s)).kind, Kind::Unreachable) << "not a single value";
    EXPECT_EQ(errorOf(answered(200, "{}\n{", "application/json"), BodyForm::Lines).kind, Kind::Unreachable);
    EXPECT_EQ(errorOf(answered(200, "<html>", "text/html"), BodyForm::Lines).kind, Kind::NotArgoCd);
}

TEST(Answer, RequestForAStreamNeedsAStream)
{
    EXPECT_TRUE(classifyStreamHead(answered(200, "", "text/event-stream"), kAsked));
    EXPECT_TRUE(classifyStreamHead(sampleAnswer(u"logs.sse.http"_s), kAsked));
    const auto page = classifyStreamHead(answered(200, "", "text/html"), kAsked);
    EXPECT_EQ(page.error().kind, Kind::NotArgoCd);
    EXPECT_CONTAINS(page.error().message, u"event stream"_s);
    EXPECT_EQ(classifyStreamHead(answered(200, "", "application/json"), kAsked).error().kind, Kind::NotArgoCd);
    EXPECT_EQ(classifyStreamHead(answered(401, "", "text/event-stream"), kAsked).error().kind, Kind::SignInNeeded);
    const QByteArray gone =
        R"(data: {"error":{"grpc_code":5,"http_code":404,"message":"not found","http_status":"Not Found"}})";
    EXPECT_EQ(classifyStreamHead(answered(404, gone, "text/event-stream"), kAsked).error().kind, Kind::NotFound);
    EXPECT_EQ(classifyStreamHead(answered(404, "", "text/event-stream"), kAsked).error().kind, Kind::NotArgoCd);
}

TEST(CompleteJson, FindsTheEndOfAValue)
{
    for (const QByteArray text : {"{}", "[]", " {\"a\":[1,{\"b\":\"]}\"}]}\n", "\"a\\\"b\"", "12", "-1.5e+3", "true",
                                  "null", "{\"a\":\"0123456\\\\\"}", "{\"long\":\"0123456789abcdef\\\"0123456789\"}"})
        EXPECT_TRUE(isCompleteJson(text)) << text.toStdString();
    for (const QByteArray text : {"", " ", "{", "}", "[}", "{]", "{\"a\":\"}", "\"a\\\"", "\"a\\", "{}}", "{} {}",
                                  "{},", "<a>", "[[]", "{\"a\":\"b", "\"", ",", "tr ue", "{}\\"})
        EXPECT_FALSE(isCompleteJson(text)) << text.toStdString();
    EXPECT_FALSE(isCompleteJson(QByteArray("{}\0", 3)));
}

TEST(CompleteJson, LimitsItsDepth)
{
    EXPECT_TRUE(isCompleteJson(QByteArray(10'000, '[') + QByteArray(10'000, ']')));
    EXPECT_FALSE(isCompleteJson(QByteArray(10'001, '[') + QByteArray(10'001, ']')));
}

TEST(CompleteJson, ChecksEachLine)
{
    for (const QByteArray text : {"", "\n\n", "{}\n{}", "{}\r\n\r\n[]\n", " {} "})
        EXPECT_TRUE(isCompleteJson(text, BodyForm::Lines)) << text.toStdString();
    for (const QByteArray text : {"{}\n{", "{}{}", "{\n}", "x y\n"})
        EXPECT_FALSE(isCompleteJson(text, BodyForm::Lines)) << text.toStdString();
}

TEST(ErrorMessage, HasThreeFormats)
{
    EXPECT_EQ(errorMessageIn(R"({"error":"why","code":7,"message":"why"})"), u"why"_s);
    EXPECT_EQ(errorMessageIn(R"({"error":{"grpc_code":16,"message":"why"}})"), u"why"_s);
    EXPECT_EQ(errorMessageIn("data: {\"error\":{\"message\":\"why\"}} \n\n"), u"why"_s);
    for (const QByteArray none : {"", "{}", "[]", "{\"error\":5}", "{\"error\":{\"message\":7}}", "{\"error\":\"x\"",
                                  "<html>", "{\"error\":null}", "Not Found", "{\"error\":\"x\"}{"})
        EXPECT_EQ(errorMessageIn(none), QString()) << none.toStdString();
    EXPECT_EQ(errorMessageIn(R"({"error":")" + QByteArray(2'000'000, 'x') + "\"}"), QString()) << "no sentence";
}

TEST(ErrorMessage, ContainsNoToken)
{
    const auto message =
        errorMessageIn(R"({"error":"bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJlc2lnbmF0dXJl"})");
    EXPECT_FALSE(message.contains(u"eyJzdWIi")) << message.toStdString();
}

} // namespace
} // namespace lynceus
