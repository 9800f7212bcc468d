#include "core/domain/auth/authorization.h"

#include "core/domain/model/instance.h"
#include "tests/support/samples.h"

#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

SignInProof proof()
{
    QByteArray random;
    for (int i = 0; i < kProofBytes; ++i)
        random.append(static_cast<char>(i * 7 + 3));
    return signInProof(random);
}

ServerSettings settingsFrom(const QByteArray &json)
{
    Decoder decoder;
    auto settings = decoder.settings(json);
    EXPECT_TRUE(settings.has_value()) << json.constData();
    return settings.value_or(ServerSettings());
}

ProviderMetadata dex()
{
    ProviderMetadata provider;
    provider.issuer = u"http://localhost:8080/api/dex"_s;
    provider.authorizationEndpoint = QUrl(u"http://localhost:8080/api/dex/auth"_s);
    provider.tokenEndpoint = QUrl(u"http://localhost:8080/api/dex/token"_s);
    provider.scopesSupported = {u"openid"_s, u"offline_access"_s};
    provider.responseTypes = {u"code"_s};
    provider.challengeMethods = {u"S256"_s, u"plain"_s};
    return provider;
}

QString parameter(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

TEST(Pkce, MatchesTheStandardsExample)
{
    // RFC 7636, appendix B
    EXPECT_EQ(pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST(Pkce, VerifierIsRandom)
{
    const auto one = proof();
    EXPECT_EQ(one.verifier.reveal().size(), 43); // RFC 7636 §4.1: 43 to 128
    EXPECT_EQ(one.challenge, pkceChallenge(one.verifier.reveal()));
    EXPECT_EQ(one.state.size(), 24);
    EXPECT_EQ(one.nonce.size(), 24);
    EXPECT_NE(one.state, one.nonce);
    EXPECT_FALSE(one.verifier.reveal().contains(one.state));
}

TEST(SignInOffer, BundledDexMatchesTheArgocdCli)
{
    const auto offer = signInOffer(settingsFrom(sampleBody(u"settings-dex-signed-out.http"_s)));
    ASSERT_TRUE(offer.sso.has_value());
    EXPECT_EQ(offer.sso->provider, SsoOffer::Provider::Dex);
    EXPECT_EQ(offer.sso->clientId, u"argo-cd-cli"_s);
    EXPECT_EQ(offer.sso->issuer, u"http://localhost:8080/api/dex"_s);
    EXPECT_EQ(offer.sso->scopes.join(u' '), u"openid profile email groups federated:id"_s);
    EXPECT_TRUE(offer.password);
}

TEST(SignInOffer, LocalAccountsOnly)
{
    const auto offer = signInOffer(settingsFrom(sampleBody(u"settings-signed-out.http"_s)));
    EXPECT_FALSE(offer.sso.has_value());
    EXPECT_TRUE(offer.ssoProblem.isEmpty());
    EXPECT_TRUE(offer.password);
}

TEST(SignInOffer, ExternalProviderTakesPrecedenceOverDex)
{
    const auto offer = signInOffer(settingsFrom(
        R"({"url":"https://a.example","dexConfig":{"connectors":[{"name":"LDAP"}]},"userLoginsDisabled":true,
            "oidcConfig":{"name":"Okta","issuer":"https://okta.example/","clientID":"web","cliClientID":"cli",
            "scopes":["profile","email"],"idTokenClaims":{"groups": {"essential":true}} }})"));
    ASSERT_TRUE(offer.sso.has_value());
    EXPECT_EQ(offer.sso->provider, SsoOffer::Provider::External);
    EXPECT_EQ(offer.sso->name, u"Okta"_s);
    EXPECT_EQ(offer.sso->issuer, u"https://okta.example/"_s);
    EXPECT_EQ(offer.sso->clientId, u"cli"_s);
    EXPECT_EQ(offer.sso->scopes, (QStringList{u"openid"_s, u"profile"_s, u"email"_s}));
    EXPECT_EQ(offer.sso->claims, R"({"id_token":{"groups": {"essential":true}}})");
    EXPECT_FALSE(offer.password);
}

TEST(SignInOffer, UsesTheServersOwnClientAsFallback)
{
    const auto offer = signInOffer(settingsFrom(R"({"oidcConfig":{"issuer":"https://i.example","clientID":"web"}})"));
    ASSERT_TRUE(offer.sso.has_value());
    EXPECT_EQ(offer.sso->clientId, u"web"_s);
    EXPECT_EQ(offer.sso->scopes.join(u' '), u"openid profile email groups"_s);
}

TEST(SignInOffer, ReportsWhyConfiguredSignInIsNotOffered)
{
    for (const auto *json : {R"({"oidcConfig":{"clientID":"web"}})", R"({"oidcConfig":{"issuer":"https://i.example"}})",
                             R"({"dexConfig":{"connectors":[]}})"}) {
        const auto offer = signInOffer(settingsFrom(json));
        EXPECT_FALSE(offer.sso.has_value()) << json;
        EXPECT_FALSE(offer.ssoProblem.isEmpty()) << json;
    }
}

TEST(SignInOffer, NullConfigurationIsNoOffer)
{
    const auto offer = signInOffer(settingsFrom(R"({"oidcConfig":null,"dexConfig":null})"));
    EXPECT_FALSE(offer.sso.has_value());
    EXPECT_TRUE(offer.ssoProblem.isEmpty());
}

TEST(Authorization, DefaultPortIsRegisteredWithDex)
{
    EXPECT_EQ(kDefaultCallbackPort, 8085);
    EXPECT_EQ(Instance().callbackPort, kDefaultCallbackPort);
    EXPECT_EQ(redirectUri(kDefaultCallbackPort).toString(), u"http://localhost:8085/auth/callback"_s);
}

TEST(Authorization, MatchesTheRecordedRequestOfTheArgocdCli)
{
    // tests/data/samples/sso-dex.json, step "authorize", with a nonce added.
    const auto offer = signInOffer(settingsFrom(sampleBody(u"settings-dex-signed-out.http"_s))).sso.value();
    const auto url = authorizationUrl(offer, dex(), proof(), kDefaultCallbackPort).value();
    EXPECT_EQ(url.adjusted(QUrl::RemoveQuery), QUrl(u"http://localhost:8080/api/dex/auth"_s));
    EXPECT_EQ(parameter(url, u"response_type"_s), u"code"_s);
    EXPECT_EQ(parameter(url, u"client_id"_s), u"argo-cd-cli"_s);
    EXPECT_EQ(parameter(url, u"redirect_uri"_s), u"http://localhost:8085/auth/callback"_s);
    EXPECT_EQ(parameter(url, u"scope"_s), u"openid profile email groups federated:id offline_access"_s);
    EXPECT_EQ(parameter(url, u"state"_s), QString::fromLatin1(proof().state));
    EXPECT_EQ(parameter(url, u"nonce"_s), QString::fromLatin1(proof().nonce));
    EXPECT_EQ(parameter(url, u"code_challenge"_s), QString::fromLatin1(proof().challenge));
    EXPECT_EQ(parameter(url, u"code_challenge_method"_s), u"S256"_s);
    EXPECT_EQ(parameter(url, u"access_type"_s), u"offline"_s);
    EXPECT_FALSE(QUrlQuery(url).hasQueryItem(u"claims"_s));
    EXPECT_FALSE(QUrlQuery(url).hasQueryItem(u"connector_id"_s));
    EXPECT_FALSE(url.toString().contains(QString::fromLatin1(proof().verifier.reveal())));
}

TEST(Authorization, KeepsTheEndpointsOwnQuery)
{
    auto provider = dex();
    provider.authorizationEndpoint = QUrl(u"https://login.example/auth?p=b2c_1"_s);
    SsoOffer offer;
    offer.clientId = u"id with space & sign"_s;
    const auto url = authorizationUrl(offer, provider, proof(), 8085).value();
    EXPECT_EQ(parameter(url, u"p"_s), u"b2c_1"_s);
    EXPECT_EQ(parameter(url, u"client_id"_s), u"id with space & sign"_s);
}

TEST(Authorization, ContainsNoLineBreak)
{
    const auto isFine = [](auto change) {
        SsoOffer offer;
        offer.clientId = u"cli"_s;
        auto provider = dex();
        change(offer, provider);
        return authorizationUrl(offer, provider, proof(), 1).has_value();
    };
    EXPECT_TRUE(isFine([](SsoOffer &, ProviderMetadata &) {}));
    EXPECT_FALSE(isFine([](SsoOffer &offer, ProviderMetadata &) { offer.clientId = u"a\nb"_s; }));
    EXPECT_FALSE(isFine([](SsoOffer &offer, ProviderMetadata &) { offer.scopes = {u"openid\r"_s}; }));
    EXPECT_FALSE(isFine([](SsoOffer &offer, ProviderMetadata &) { offer.connectorId = u"a\r\nb"_s; }));
    EXPECT_FALSE(isFine([](SsoOffer &, ProviderMetadata &provider) {
        provider.authorizationEndpoint = QUrl(u"https://login.example/a%0d%0ab"_s);
    }));
    const auto offer =
        signInOffer(settingsFrom("{\"oidcConfig\":{\"issuer\":\"https://"
                                 "i.example\",\"clientID\":\"web\",\"idTokenClaims\":{\r\n\"groups\":\n{}}}}"));
    EXPECT_EQ(offer.sso->claims, R"({"id_token":{"groups":{}}})") << "line breaks between JSON's tokens mean nothing";
}

TEST(Authorization, RequestsARefreshTokenUnlessTheProviderDoesNotListTheScope)
{
    SsoOffer offer;
    offer.scopes = {u"openid"_s};
    auto provider = dex();
    provider.scopesSupported = {};
    EXPECT_EQ(parameter(authorizationUrl(offer, provider, proof(), 1).value(), u"scope"_s), u"openid offline_access"_s);
    provider.scopesSupported = {u"openid"_s, u"email"_s};
    EXPECT_EQ(parameter(authorizationUrl(offer, provider, proof(), 1).value(), u"scope"_s), u"openid"_s);
}

TEST(Authorization, NeedsTheCodeFlowWithS256)
{
    auto implicit = dex();
    implicit.responseTypes = {u"id_token"_s};
    EXPECT_FALSE(authorizationUrl({}, implicit, proof(), 1).has_value());
    auto plain = dex();
    plain.challengeMethods = {u"plain"_s};
    EXPECT_FALSE(authorizationUrl({}, plain, proof(), 1).has_value());
    auto silent = dex();
    silent.responseTypes = {};
    silent.challengeMethods = {};
    EXPECT_TRUE(authorizationUrl({}, silent, proof(), 1).has_value());
}

TEST(Authorization, FormsAreEncoded)
{
    SsoOffer offer;
    offer.clientId = u"argo-cd-cli"_s;
    EXPECT_EQ(codeExchangeForm(offer, Secret("a&b=c+d"), Secret("ver"), 8085).reveal(),
              "grant_type=authorization_code&code=a%26b%3Dc%2Bd&redirect_uri=http%3A%2F%2Flocalhost%3A8085%2Fauth%"
              "2Fcallback&client_id=argo-cd-cli&code_verifier=ver");
    EXPECT_EQ(refreshForm(u"x"_s, Secret("r/1")).reveal(), "grant_type=refresh_token&refresh_token=r%2F1&client_id=x");
    EXPECT_EQ(devicePollForm(u"x"_s, Secret("d")).reveal(),
              "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d&client_id=x");
    EXPECT_EQ(revocationForm(u"x"_s, Secret("r")).reveal(), "token=r&token_type_hint=refresh_token&client_id=x");
}

} // namespace lynceus
