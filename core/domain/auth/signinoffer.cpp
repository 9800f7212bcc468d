#include "core/domain/auth/signinoffer.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDexClient = "argo-cd-cli"_L1; // the only public client of the built-in Dex
constexpr auto kDexPath = "/api/dex"_L1;
constexpr auto kSubjectScope = "federated:id"_L1; // Dex: without it, RBAC sees another subject (v3.0)

QStringList scopesOrUsual(const QStringList &scopes)
{
    auto wanted = scopes.isEmpty() ? QStringList{u"openid"_s, u"profile"_s, u"email"_s, u"groups"_s} : scopes;
    // Required for an id_token (OpenID Connect Core §3.1.2.1).
    if (!wanted.contains("openid"_L1))
        wanted.prepend(u"openid"_s);
    return wanted;
}

SsoOffer externalOffer(const OidcSettings &oidc)
{
    SsoOffer offer;
    offer.provider = SsoOffer::Provider::External;
    offer.name = oidc.name;
    offer.issuer = oidc.issuer;
    offer.clientId = oidc.cliClientId.isEmpty() ? oidc.clientId : oidc.cliClientId;
    offer.scopes = scopesOrUsual(oidc.scopes);
    if (!oidc.idTokenClaims.isEmpty())
        offer.claims = "{\"id_token\":" + QByteArray(oidc.idTokenClaims).replace('\r', "").replace('\n', "")
            + '}'; // JSON only has line breaks between tokens
    return offer;
}

SsoOffer dexOffer(const DexSettings &dex, const QString &serverUrl)
{
    SsoOffer offer;
    offer.provider = SsoOffer::Provider::Dex;
    offer.name = dex.connectorNames.size() == 1 ? dex.connectorNames.front() : u"Dex"_s;
    auto base = serverUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    offer.issuer = base + kDexPath;
    offer.clientId = kDexClient;
    offer.scopes = scopesOrUsual({}) << kSubjectScope;
    offer.connectorId = dex.authConnectorId;
    return offer;
}

} // namespace

SignInOffer signInOffer(const ServerSettings &settings)
{
    SignInOffer offer;
    offer.password = !settings.userLoginsDisabled;
    if (settings.oidc) {
        if (settings.oidc->issuer.isEmpty())
            offer.ssoProblem = u"the server does not announce the issuer of its single sign-on"_s;
        else if (settings.oidc->clientId.isEmpty() && settings.oidc->cliClientId.isEmpty())
            offer.ssoProblem =
                u"the server does not announce a client for its single sign-on; set cliClientID in its OIDC settings"_s;
        else
            offer.sso = externalOffer(*settings.oidc);
    } else if (settings.dex) {
        if (settings.url.isEmpty())
            offer.ssoProblem = u"the server's setting \"url\" is empty, but single sign-on requires it"_s;
        else
            offer.sso = dexOffer(*settings.dex, settings.url);
    }
    return offer;
}

} // namespace lynceus
