#include "core/domain/auth/authorization.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/text/oneline.h"

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

/// Names and values as in a form; spaces as %20, which is valid in queries and forms.
QByteArray formOf(std::initializer_list<std::pair<const char *, QByteArray>> fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (value.isEmpty())
            continue;
        if (!form.isEmpty())
            form += '&';
        form += QByteArray(name) + '=' + value.toPercentEncoding();
    }
    return form;
}

QByteArray scopesFor(const SsoOffer &offer, const ProviderMetadata &provider, bool wantsRenewal = true)
{
    auto scopes = offer.scopes;
    if (!wantsRenewal)
        return scopes.join(u' ').toUtf8();
    // Like the argocd CLI: requested if the provider lists it, or lists nothing.
    const bool canRenew = provider.scopesSupported.isEmpty() || provider.scopesSupported.contains("offline_access"_L1);
    if (canRenew && !scopes.contains("offline_access"_L1))
        scopes.append(u"offline_access"_s);
    return scopes.join(u' ').toUtf8();
}

} // namespace

QUrl redirectUri(quint16 port)
{
    return QUrl(u"http://localhost:%1%2"_s.arg(port).arg(QLatin1StringView(kCallbackPath)));
}

Result<QUrl> authorizationUrl(const SsoOffer &offer, const ProviderMetadata &provider, const SignInProof &proof,
                              quint16 port)
{
    return authorizationUrl(offer, provider, proof, {redirectUri(port), true});
}

Result<QUrl> authorizationUrl(const SsoOffer &offer, const ProviderMetadata &provider, const SignInProof &proof,
                              const AuthorizationReturn &back)
{
    if (!provider.responseTypes.isEmpty() && !provider.responseTypes.contains("code"_L1))
        return badInput(
            u"the provider does not support the authorization code flow, which Lynceus requires; sign in with a token"_s,
            offer.issuer);
    if (!provider.challengeMethods.isEmpty() && !provider.challengeMethods.contains("S256"_L1))
        return badInput(
            u"the provider does not support PKCE with S256, which protects the code on this computer; sign in with a token"_s,
            offer.issuer);
    auto url = provider.authorizationEndpoint;
    const auto query = formOf({{"response_type", "code"},
                               {"client_id", offer.clientId.toUtf8()},
                               {"redirect_uri", back.address.toEncoded()},
                               {"scope", scopesFor(offer, provider, back.wantsRenewal)},
                               {"state", proof.state},
                               {"nonce", proof.nonce},
                               {"code_challenge", proof.challenge},
                               {"code_challenge_method", "S256"},
                               {"access_type", back.wantsRenewal ? "offline" : ""},
                               {"claims", offer.claims},
                               {"connector_id", offer.connectorId.toUtf8()}});
    const auto own = url.query(QUrl::FullyEncoded); // an endpoint may have its own query (RFC 6749 §3.1)
    url.setQuery((own.isEmpty() ? QString() : own + u'&') + QString::fromLatin1(query), QUrl::StrictMode);
    if (!isOneLineDecoded(url.toEncoded()))
        return badInput(
            u"the server's sign-in settings contain a line break in a client ID, scope or address; sign in with a token"_s,
            redactedText(offer.issuer));
    return url;
}

Secret codeExchangeForm(const SsoOffer &offer, const Secret &code, const Secret &verifier, quint16 port)
{
    return codeExchangeForm(offer, code, verifier, redirectUri(port));
}

Secret codeExchangeForm(const SsoOffer &offer, const Secret &code, const Secret &verifier, const QUrl &redirect)
{
    return Secret(formOf({{"grant_type", "authorization_code"},
                          {"code", code.reveal()},
                          {"redirect_uri", redirect.toEncoded()},
                          {"client_id", offer.clientId.toUtf8()},
                          {"code_verifier", verifier.reveal()}}));
}

Secret refreshForm(const QString &clientId, const Secret &refreshToken)
{
    return Secret(formOf(
        {{"grant_type", "refresh_token"}, {"refresh_token", refreshToken.reveal()}, {"client_id", clientId.toUtf8()}}));
}

Secret deviceForm(const SsoOffer &offer, const ProviderMetadata &provider)
{
    return Secret(formOf({{"client_id", offer.clientId.toUtf8()}, {"scope", scopesFor(offer, provider)}}));
}

Secret devicePollForm(const QString &clientId, const Secret &deviceCode)
{
    return Secret(
        formOf({{"grant_type", kDeviceGrant}, {"device_code", deviceCode.reveal()}, {"client_id", clientId.toUtf8()}}));
}

Secret revocationForm(const QString &clientId, const Secret &refreshToken)
{
    return Secret(formOf(
        {{"token", refreshToken.reveal()}, {"token_type_hint", "refresh_token"}, {"client_id", clientId.toUtf8()}}));
}

} // namespace lynceus
