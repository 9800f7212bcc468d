#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/connection.h"
#include "core/domain/model/instance.h"

#include <optional>

namespace lynceus {

/// An instance and how it is doing now: what the freshness dot, its age and the Instances screen show.
struct InstanceState
{
    Instance instance;
    Connection connection = Connection::Connecting;
    QString message;                ///< the error behind it, one safe sentence; empty while all is well
    std::optional<Instant> heardAt; ///< our clock: when its data was last known to be true; the age counts from here
    std::optional<Instant> retryAt; ///< our clock: the next try, while there is trouble
    int applications = 0;

    QString serverVersion;                ///< "v3.6.0+37ee009"; empty until known
    QString user;                         ///< who we are there; empty if signed out or anonymous
    std::optional<Instant> signedInUntil; ///< server's clock: when the token ends, as far as it can be known
    bool renewable = false;               ///< it will be renewed without the person
    bool tokenForThisRunOnly = false;     ///< there is no keychain: the token goes with the program

    friend bool operator==(const InstanceState &, const InstanceState &) = default;
};

/// What a server at an address says of itself before anybody signed in, and what to do about it.
struct InstanceProbe
{
    QUrl baseUrl;          ///< the address that answered, with its base path; may differ from the typed one
    QString serverVersion; ///< may be empty
    QString settingsUrl;   ///< its own idea of its address: SSO goes there
    bool settingsUrlDiffers = false;
    bool ssoOffered = false;
    QString ssoName; ///< "Dex (LDAP)" or the provider's name, for a button
    bool passwordOffered = false;
    bool anonymousAllowed = false; ///< it lists applications to everybody
    /// Another origin that the address redirects to, with its base path; empty: it does not. Nothing was sent there,
    /// and `baseUrl` is the only other field with a value.
    QUrl redirectsTo;

    friend bool operator==(const InstanceProbe &, const InstanceProbe &) = default;
};

/// The certificate that a server showed and that this computer does not trust: a person may pin it.
struct UntrustedCertificate
{
    QByteArray fingerprint; ///< SHA-256, 32 bytes
    QString subject;
    QString issuer;
    std::optional<Instant> validFrom;
    std::optional<Instant> validUntil;
    QString problem; ///< one sentence: why it is not trusted

    friend bool operator==(const UntrustedCertificate &, const UntrustedCertificate &) = default;
};

} // namespace lynceus
