#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// Pause after an error, so that many requests do not cause many renewals.
inline constexpr Duration kQuietAfterTrouble{10'000};

/// Identifies a token without storing it.
[[nodiscard]] QByteArray markOf(const Secret &token);

/// How long a session waits while another process renews the same sign-in. Shorter than the timeout of a request, so
/// that the request fails with this reason.
inline constexpr Duration kLockLimit{30'000};

/// Lock file of a stored sign-in, from the name of its keychain entry; empty if locks are not possible here.
[[nodiscard]] QString signInLockFile(const QString &keychainEntry);

/// SignInNeeded: only the user can fix this.
[[nodiscard]] Error signInNeeded(const QString &message);
/// Error for which lacksToken() is true: the token cannot be read now.
[[nodiscard]] Error tokenUnreadable(const QString &message);

} // namespace lynceus
