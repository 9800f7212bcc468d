#pragma once

#include "core/domain/auth/oidc.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/auth/signinoffer.h"

#include <QUrl>

namespace lynceus {

/// Dex accepts this port for the official client's name only (Dex server/oauth2.go); providers elsewhere are set up
/// with it, too.
inline constexpr quint16 kDefaultCallbackPort = 8085;
inline constexpr const char *kCallbackPath = "/auth/callback";

/// "http://localhost:8085/auth/callback": the name, never an address, and no slash at the end: it is compared exactly.
[[nodiscard]] QUrl redirectUri(quint16 port);

/// Where the provider sends the browser afterwards.
struct AuthorizationReturn
{
    QUrl address;             ///< as the provider knows it
    bool wantsRenewal = true; ///< a refresh token is asked for, where the provider has any
};
/// Where to send the browser. Error BadInput if the provider offers no authorization code with S256,
/// or if the address would have a line break in it, encoded or not.
[[nodiscard]] Result<QUrl> authorizationUrl(const SsoOffer &offer, const ProviderMetadata &provider,
                                            const SignInProof &proof, const AuthorizationReturn &back);
/// The same, back to redirectUri() of this port.
[[nodiscard]] Result<QUrl> authorizationUrl(const SsoOffer &offer, const ProviderMetadata &provider,
                                            const SignInProof &proof, quint16 port);

/// Body of POSTs, application/x-www-form-urlencoded. It carries secrets.
[[nodiscard]] Secret codeExchangeForm(const SsoOffer &offer, const Secret &code, const Secret &verifier, quint16 port);
[[nodiscard]] Secret codeExchangeForm(const SsoOffer &offer, const Secret &code, const Secret &verifier,
                                      const QUrl &redirect);
[[nodiscard]] Secret refreshForm(const QString &clientId, const Secret &refreshToken);
[[nodiscard]] Secret deviceForm(const SsoOffer &offer, const ProviderMetadata &provider);
[[nodiscard]] Secret devicePollForm(const QString &clientId, const Secret &deviceCode);
[[nodiscard]] Secret revocationForm(const QString &clientId, const Secret &refreshToken);

} // namespace lynceus
