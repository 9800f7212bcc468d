#pragma once

#include "core/domain/auth/oidc.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/auth/signinoffer.h"

#include <QUrl>

namespace lynceus {

/// For the argocd CLI's client id, Dex accepts only this port (Dex server/oauth2.go); other providers are usually
/// configured with it too.
inline constexpr quint16 kDefaultCallbackPort = 8085;
inline constexpr const char *kCallbackPath = "/auth/callback";

/// "http://localhost:8085/auth/callback": the name, not an address, without trailing slash, because it is compared
/// exactly.
[[nodiscard]] QUrl redirectUri(quint16 port);

/// Redirect of the provider.
struct AuthorizationReturn
{
    QUrl address;             ///< as registered at the provider
    bool wantsRenewal = true; ///< request a refresh token if the provider supports it
};
/// URL to open in the browser. BadInput if the provider does not support authorization codes with S256, or if the URL
/// would contain a line break, encoded or not.
[[nodiscard]] Result<QUrl> authorizationUrl(const SsoOffer &offer, const ProviderMetadata &provider,
                                            const SignInProof &proof, const AuthorizationReturn &back);
/// Like above, with redirectUri(port).
[[nodiscard]] Result<QUrl> authorizationUrl(const SsoOffer &offer, const ProviderMetadata &provider,
                                            const SignInProof &proof, quint16 port);

/// Bodies of POST requests, application/x-www-form-urlencoded. They contain secrets.
[[nodiscard]] Secret codeExchangeForm(const SsoOffer &offer, const Secret &code, const Secret &verifier, quint16 port);
[[nodiscard]] Secret codeExchangeForm(const SsoOffer &offer, const Secret &code, const Secret &verifier,
                                      const QUrl &redirect);
[[nodiscard]] Secret refreshForm(const QString &clientId, const Secret &refreshToken);
[[nodiscard]] Secret deviceForm(const SsoOffer &offer, const ProviderMetadata &provider);
[[nodiscard]] Secret devicePollForm(const QString &clientId, const Secret &deviceCode);
[[nodiscard]] Secret revocationForm(const QString &clientId, const Secret &refreshToken);

} // namespace lynceus
