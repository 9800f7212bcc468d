#pragma once

#include "core/domain/argocd/decoders.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace lynceus {

/// How to sign in through a provider, as the server's settings say it (argocd-api §1.3).
struct SsoOffer
{
    enum class Provider { Dex, External };
    Provider provider = Provider::Dex;
    QString name;        ///< for a button: "Acme SSO", "Okta"
    QString issuer;      ///< exactly as it must stand in the provider's own document
    QString clientId;    ///< a public client: there is no secret
    QStringList scopes;  ///< without offline_access, which depends on the provider
    QByteArray claims;   ///< JSON for the `claims` parameter, empty if none is wanted
    QString connectorId; ///< Dex only: skips its choice

    friend bool operator==(const SsoOffer &, const SsoOffer &) = default;
};

/// The ways in which a server lets people sign in. Whether it also lets everybody read, its settings do not say.
struct SignInOffer
{
    std::optional<SsoOffer> sso;
    bool password = false; ///< local accounts may sign in
    QString ssoProblem;    ///< why there is no SSO although it is configured; one sentence, else empty

    friend bool operator==(const SignInOffer &, const SignInOffer &) = default;
};

[[nodiscard]] SignInOffer signInOffer(const ServerSettings &settings);

} // namespace lynceus
