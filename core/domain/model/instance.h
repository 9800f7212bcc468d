#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace lynceus {

/// How a person gets a token for an instance; the tokens themselves are never part of an Instance.
enum class SignInMethod {
    Sso,       ///< what the server offers: its Dex or an external OpenID provider
    Password,  ///< local account; only its name is kept
    Token,     ///< pasted, or read from a file once
    Anonymous, ///< the server lets everybody read
};

enum class ProxyChoice {
    System, ///< as the desktop is set up; never for loopback
    None,
    Explicit, ///< Instance::proxyUrl
};

/// One Argo CD server as a person set it up. Never holds a secret: tokens and header values are in the keychain.
struct Instance
{
    QString id;     ///< stable and unique, made once: part of ApplicationKey::instance, store rows and keychain entries
    QString name;   ///< unique without regard to case; what people type before the colon in `staging:shop-web`
    QUrl baseUrl;   ///< scheme, host, port and base path, no trailing slash
    QString colour; ///< "#rrggbb" of its badge

    SignInMethod signIn = SignInMethod::Sso;
    QString userName;            ///< Password only: the account that signed in last
    quint16 callbackPort = 8085; ///< SSO: Dex accepts no other (reference: argocd-api §1.3)

    QString authorityFile;         ///< PEM of an own CA; empty: the system's
    QByteArray pinnedFingerprint;  ///< SHA-256 of the server's certificate, 32 bytes; empty: none is pinned
    QString clientCertificateFile; ///< PEM; empty: none
    QString clientKeyFile;         ///< PEM, not encrypted
    QStringList headerNames;       ///< extra headers for gateways; their values are secrets
    ProxyChoice proxy = ProxyChoice::System;
    QUrl proxyUrl;

    bool paused = false;  ///< not contacted at all
    QStringList projects; ///< default filter of its list; empty: all
    QString selector;     ///< default Kubernetes label selector; empty: none

    friend bool operator==(const Instance &, const Instance &) = default;
};

} // namespace lynceus
