#include "core/domain/argocd/responses/refusal.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using By = Refusal::By;

struct Head
{
    int status = 401;
    QByteArray type;
    QByteArray body;
    QByteArray authenticate{};
    QByteArray server{};
};

TransportOutcome outcomeOf(const Head &head)
{
    TransportOutcome outcome;
    outcome.httpStatus = head.status;
    outcome.contentType = head.type;
    outcome.body = head.body;
    outcome.bytesOnWire = head.body.size();
    outcome.authenticate = head.authenticate;
    outcome.server = head.server;
    return outcome;
}

const auto kAsked = u"GET /api/v1/applications"_s;

} // namespace

TEST(Refusal, IsArgoCdsOnlyWithItsErrorFormatAndStatusCode)
{
    for (const Head &head : {
             Head{401, "application/json", R"({"error":"no session information","code":16,"message":"x"})"},
             Head{401, "application/json; charset=utf-8", R"({"code":16,"error":"invalid session"})"},
             Head{401, "text/event-stream", R"(data: {"error":{"grpc_code":16,"http_code":401,"message":"x"}})"},
             Head{403, "application/json", R"({"error":"permission denied","code":7,"message":"permission denied"})"},
             Head{403, "text/event-stream", R"(data: {"error":{"grpc_code":7,"http_code":403,"message":"x"}})"},
         })
        EXPECT_EQ(refusalOf(outcomeOf(head)).by, By::ArgoCd) << head.body.toStdString();
}

TEST(Refusal, RefusalWithoutJsonBodyHasNoSource)
{
    for (const Head &head : {
             Head{401, "application/json", ""},
             Head{401, "application/json", R"({"error":"no sess)"},
             Head{403, "application/json", R"({"error":"permission denied","code)"},
             Head{401, "text/event-stream", "data: {\"err"},
         })
        EXPECT_EQ(refusalOf(outcomeOf(head)), (Refusal{By::Unknown, {}})) << head.body.toStdString();
}

TEST(Refusal, GatewayRefusalNamesTheGateway)
{
    struct Row
    {
        const char *gateway;
        Head head;
        QString text;
    };
    const QByteArray nginxPage = "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body></html>";
    for (const auto &[gateway, head, text] : {
             Row{"nginx basic auth",
                 {401, "text/html", nginxPage, R"(Basic realm="tools")", "nginx/1.25.3"},
                 u"Basic realm “tools”, page “401 Authorization Required”, server nginx/1.25.3"_s},
             Row{"a proxy with basic auth and plain text",
                 {401, "text/plain", "401 Authorization Required", R"(Basic realm="tools")"},
                 u"Basic realm “tools”, “401 Authorization Required”"_s},
             Row{"oauth2-proxy, sign-in page",
                 {403, "text/html", "<!DOCTYPE html><html><head><title>Sign In</title>", {}, {}},
                 u"page “Sign In”"_s},
             Row{"oauth2-proxy, API request", {401, "application/json", "{}", {}, {}}, {}},
             Row{"AWS ALB",
                 {401, "text/html", nginxPage, {}, "awselb/2.0"},
                 u"page “401 Authorization Required”, server awselb/2.0"_s},
             Row{"Okta",
                 {401, "text/html;charset=utf-8", "<html><head>\n<title>\n  ACME - Sign In\n</title>", {}, {}},
                 u"page “ACME - Sign In”"_s},
             Row{"Cloudflare Access",
                 {403, "text/html", "<html><title>Forbidden ・ Cloudflare Access</title>", {}, "cloudflare"},
                 u"page “Forbidden ・ Cloudflare Access”, server cloudflare"_s},
             Row{"Azure AD application proxy",
                 {401, "", "", R"(Bearer authorization_uri="https://login.microsoftonline.com/x", realm="")", {}},
                 u"Bearer"_s},
             Row{"Traefik forward-auth",
                 {401, "text/plain; charset=utf-8", "Unauthorized\n", {}, {}},
                 u"“Unauthorized”"_s},
             Row{"Istio RBAC",
                 {403, "text/plain", "RBAC: access denied", {}, "istio-envoy"},
                 u"“RBAC: access denied”, server istio-envoy"_s},
             Row{"Envoy JWT filter",
                 {401, "text/plain", "Jwt is expired",
                  R"(Bearer realm="https://argocd.acme.example/api/v1/applications", error="invalid_token")", "envoy"},
                 u"Bearer realm “https://argocd.acme.example/api/v1/applications” error “invalid_token”, “Jwt is "
                 u"expired”, "
                 "server envoy"_s},
             Row{"a gateway's bearer",
                 {401, "text/plain", "", R"(Bearer realm="gateway", error="invalid_token")"},
                 u"Bearer realm “gateway” error “invalid_token”"_s},
             Row{"Google IAP, programmatic",
                 {401, "text/html; charset=UTF-8", "Invalid IAP credentials: empty token", {}, {}},
                 {}},
             Row{"Google IAP, denied",
                 {403, "text/html", "<html><head><title>You don't have access</title>", {}, {}},
                 u"page “You don't have access”"_s},
             Row{"Teleport",
                 {403, "application/json", R"({"error":{"message":"access denied"}})", {}, {}},
                 u"“access denied”"_s},
             Row{"Spring gateway",
                 {403, "application/json", R"({"timestamp":1,"status":403,"error":"Forbidden","path":"/api"})", {}, {}},
                 u"“Forbidden”"_s},
             Row{"Kong",
                 {401, "application/json", R"({"message":"Unauthorized"})", "Key realm=\"kong\"", "kong/3.4"},
                 u"Key realm “kong”, server kong/3.4"_s},
             Row{"Kerberos first",
                 {401, "text/html", "", "Negotiate, Basic realm=\"ldap\""},
                 u"Negotiate realm “ldap”"_s},
             Row{"Argo CD's message without its code",
                 {401, "application/json", R"({"error":"no session information"})"},
                 u"“no session information”"_s},
             Row{"Argo CD's code with another status",
                 {403, "application/json", R"({"error":"x","code":16})"},
                 u"“x”"_s},
             Row{"Argo CD's body with a challenge it never sends",
                 {401, "application/json", "", "Basic realm=\"front\""},
                 u"Basic realm “front”"_s},
             Row{"no message", {401, "", ""}, {}},
         }) {
        const auto refusal = refusalOf(outcomeOf(head));
        EXPECT_EQ(refusal.by, By::Gateway) << gateway;
        EXPECT_EQ(refusal.gateway, text) << gateway << ": " << refusal.gateway.toStdString();
        const auto error = classifyAnswer(outcomeOf(head), kAsked).error();
        EXPECT_EQ(error.kind, Error::Kind::NotArgoCd) << gateway;
        EXPECT_FALSE(error.retryable) << gateway;
        EXPECT_EQ(error.httpStatus, head.status) << gateway;
        EXPECT_TRUE(error.message.startsWith(u"a gateway in front of Argo CD rejected the request (status "_s))
            << gateway;
        EXPECT_TRUE(error.message.contains(text)) << gateway;
        EXPECT_EQ(classifyStreamHead(outcomeOf(head), kAsked).error(), error) << gateway;
    }
}

TEST(Refusal, QuotesAreBoundedAndShowNoToken)
{
    const QByteArray token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJlc2lnbmF0dXJl";
    const auto refusal =
        refusalOf(outcomeOf({401, "text/plain", "bad token " + token,
                             "Bearer realm=\"" + QByteArray(100'000, 'r') + "\", error=\"" + token + '"',
                             "s\x1b[31m" + QByteArray(100'000, 's')}));
    EXPECT_FALSE(refusal.gateway.contains(u"eyJzdWIi"_s)) << refusal.gateway.toStdString();
    EXPECT_FALSE(refusal.gateway.contains(u'\x1b'));
    EXPECT_LT(refusal.gateway.size(), 500);
    const auto page = refusalOf(outcomeOf({401, "text/html", "<title>" + QByteArray(100'000, 't') + "</title>"}));
    EXPECT_LT(page.gateway.size(), 200);
    EXPECT_EQ(refusalOf(outcomeOf({401, "text/plain", QByteArray(100'000, 'x')})).gateway, QString())
        << "a long body is not a message";
}

TEST(Refusal, HandlesEveryTruncationOfAChallenge)
{
    const QByteArray challenge = R"(Bearer realm="a \"quoted\" realm", error="invalid_token", error_description="x")";
    for (qsizetype length = 0; length <= challenge.size(); ++length) {
        const auto refusal = refusalOf(outcomeOf({401, "text/plain", "", challenge.left(length)}));
        EXPECT_EQ(refusal.by, By::Gateway) << length;
    }
    EXPECT_EQ(refusalOf(outcomeOf({401, "text/plain", "", challenge})).gateway,
              u"Bearer realm “a \"quoted\" realm” error “invalid_token”"_s);
}

} // namespace lynceus
