#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace lynceus {

/// How the user signs in to an instance; an Instance never contains tokens.
enum class SignInMethod {
    Sso,       ///< as the server offers: its Dex or an external OpenID provider
    Password,  ///< local account; only its name is stored
    Token,     ///< pasted, or read once from a file
    Anonymous, ///< the server allows reading without a sign-in
};

enum class ProxyChoice {
    System, ///< system settings; never for loopback
    None,
    Explicit, ///< Instance::proxyUrl
};

/// An Argo CD server as configured by the user. Never contains a secret: tokens and header values are in the keychain.
struct Instance
{
    /// Stable and unique, created once; used in ApplicationKey::instance, in the store and in keychain entries.
    QString id;
    QString name;   ///< unique, case-insensitive; the part before the colon in `staging:shop-web`
    QUrl baseUrl;   ///< scheme, host, port and base path, without trailing slash
    QString colour; ///< "#rrggbb" of its badge

    SignInMethod signIn = SignInMethod::Sso;
    QString userName;            ///< Password only: the account of the last sign-in
    quint16 callbackPort = 8085; ///< for SSO: Dex accepts no other (reference: argocd-api §1.3)

    QString authorityFile;         ///< PEM file with a CA certificate; empty: the system's
    QByteArray pinnedFingerprint;  ///< SHA-256 of the server's certificate, 32 bytes; empty: not pinned
    QString clientCertificateFile; ///< PEM; empty: none
    QString clientKeyFile;         ///< PEM, not encrypted
    QStringList headerNames;       ///< extra headers for gateways; their values are secrets
    ProxyChoice proxy = ProxyChoice::System;
    QUrl proxyUrl;

    bool paused = false;  ///< not contacted
    QStringList projects; ///< default filter of its list; empty: all
    QString selector;     ///< default Kubernetes label selector; empty: none

    friend bool operator==(const Instance &, const Instance &) = default;
};

} // namespace lynceus
