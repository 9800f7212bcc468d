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

/// SignInNeeded: only the user can fix this.
[[nodiscard]] Error signInNeeded(const QString &message);
/// Error for which lacksToken() is true: the token cannot be read now.
[[nodiscard]] Error tokenUnreadable(const QString &message);

} // namespace lynceus
