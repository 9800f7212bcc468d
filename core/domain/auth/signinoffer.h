#pragma once

#include "core/domain/argocd/decoders/decoders.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace lynceus {

/// How to sign in with a provider, from the server's settings (argocd-api §1.3).
struct SsoOffer
{
    enum class Provider { Dex, External };
    Provider provider = Provider::Dex;
    QString name;        ///< for a button: "Acme SSO", "Okta"
    QString issuer;      ///< exactly as in the provider's document
    QString clientId;    ///< a public client without secret
    QStringList scopes;  ///< without offline_access, which depends on the provider
    QByteArray claims;   ///< JSON for the `claims` parameter; may be empty
    QString connectorId; ///< Dex only: skips the selection of a connector

    friend bool operator==(const SsoOffer &, const SsoOffer &) = default;
};

/// The sign-in methods of a server. Its settings do not tell whether it allows anonymous access.
struct SignInOffer
{
    std::optional<SsoOffer> sso;
    bool password = false; ///< local accounts may sign in
    QString ssoProblem;    ///< why SSO is configured but unavailable; one sentence, or empty

    friend bool operator==(const SignInOffer &, const SignInOffer &) = default;
};

[[nodiscard]] SignInOffer signInOffer(const ServerSettings &settings);

} // namespace lynceus
