#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/base/time.h"

#include <QByteArray>

namespace lynceus {

/// After trouble, so that many requests do not become many renewals.
inline constexpr Duration kQuietAfterTrouble{10'000};

/// Tells one token from another without keeping it.
[[nodiscard]] QByteArray markOf(const Secret &token);

/// The error of a request that only a person can help.
[[nodiscard]] Error signInNeeded(const QString &message);

} // namespace lynceus
