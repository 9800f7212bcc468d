#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/base/time.h"

#include <QString>

#include <optional>

namespace lynceus {

/// What signs in to one instance: one value, so that it is replaced as a whole.
struct Credentials
{
    Secret bearer;                     ///< what Argo CD gets
    Secret refreshToken;               ///< empty: cannot be renewed at a provider
    QString issuer;                    ///< of the provider that renews, empty if there is none
    QString clientId;                  ///< what it knows us as
    std::optional<Instant> receivedAt; ///< our clock, if it came fresh from whoever made it
};

/// How the keychain holds them: versioned JSON.
[[nodiscard]] Secret writtenCredentials(const Credentials &credentials);
/// Malformed if it is none of ours, or of a newer version; the message has nothing of it.
[[nodiscard]] Result<Credentials> readCredentials(const Secret &written);

} // namespace lynceus
