#pragma once

#include "core/domain/model/connection.h"
#include "core/domain/model/instance.h"
#include "core/domain/time/time.h"

#include <optional>

namespace lynceus {

/// An instance and its current state, for the freshness dot, its age and the Instances screen.
struct InstanceState
{
    Instance instance;
    Connection connection = Connection::Connecting;
    QString message; ///< the error, one sentence without secrets; empty if there is none
    /// Our clock: when its data was last confirmed; the displayed age counts from here.
    std::optional<Instant> receivedAt;
    std::optional<Instant> retryAt; ///< our clock: the next attempt after an error
    int applications = 0;

    QString serverVersion;                ///< "v3.6.0+37ee009"; empty until known
    QString user;                         ///< the signed-in user; empty if signed out or anonymous
    std::optional<Instant> signedInUntil; ///< server's clock: when the token expires, if known
    bool renewable = false;               ///< the token can be renewed without the user
    bool tokenForThisRunOnly = false;     ///< there is no keychain: the token is lost on exit

    friend bool operator==(const InstanceState &, const InstanceState &) = default;
};

/// What a server at an address reports before the sign-in.
struct InstanceProbe
{
    QUrl baseUrl;          ///< the address that answered, with base path; may differ from the entered one
    QString serverVersion; ///< may be empty
    QString settingsUrl;   ///< the server's own URL in its settings; SSO redirects there
    bool settingsUrlDiffers = false;
    bool ssoOffered = false;
    QString ssoName; ///< "Dex (LDAP)" or the name of the provider, for a button
    bool passwordOffered = false;
    bool anonymousAllowed = false; ///< the server lists applications without a sign-in
    /// The other origin to which the address redirects, with base path; empty if it does not. Nothing was sent there;
    /// only `baseUrl` has a value besides this field.
    QUrl redirectsTo;

    friend bool operator==(const InstanceProbe &, const InstanceProbe &) = default;
};

/// A server certificate that this computer does not trust; the user can pin it.
struct UntrustedCertificate
{
    QByteArray fingerprint; ///< SHA-256, 32 bytes
    QString subject;        ///< chosen by the server, but one short line of visible characters, like the others
    QString issuer;
    std::optional<Instant> validFrom;
    std::optional<Instant> validUntil;
    QString problem; ///< why it is not trusted; one sentence

    friend bool operator==(const UntrustedCertificate &, const UntrustedCertificate &) = default;
};

} // namespace lynceus
