#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"

#include <QString>

#include <optional>

namespace lynceus {

/// The credentials for one instance, as one value, so that they are replaced atomically.
struct Credentials
{
    Secret bearer;                     ///< the token for Argo CD
    Secret refreshToken;               ///< empty: cannot be renewed at a provider
    QString issuer;                    ///< of the provider for renewals; may be empty
    QString clientId;                  ///< our client id there
    std::optional<Instant> receivedAt; ///< our clock; set for a token directly from its issuer
};

/// Format in the keychain: versioned JSON.
[[nodiscard]] Secret writtenCredentials(const Credentials &credentials);
/// Malformed if it is not ours, or of a newer version; the message contains no part of it.
[[nodiscard]] Result<Credentials> readCredentials(const Secret &written);

} // namespace lynceus
