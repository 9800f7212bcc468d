#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/base/time.h"

#include <QByteArray>
#include <QString>

namespace lynceus {

/// After trouble, so that many requests do not become many renewals.
inline constexpr Duration kQuietAfterTrouble{10'000};

/// Tells one token from another without keeping it.
[[nodiscard]] QByteArray markOf(const Secret &token);

/// How long a session waits for another process that renews the same sign-in: less than the deadline of a request, so
/// that the request fails with this reason.
inline constexpr Duration kLockLimit{30'000};

/// The lock of one stored sign-in, by the name of its keychain entry; empty if no lock can be kept here.
[[nodiscard]] QString signInLockFile(const QString &keychainEntry);

/// The error of a request that only a person can help.
[[nodiscard]] Error signInNeeded(const QString &message);
/// See lacksToken().
[[nodiscard]] Error tokenUnreadable(const QString &message);

} // namespace lynceus
