#pragma once

#include <QString>

/// Names of slots, unique across all kinds of subjects.
namespace lynceus::detail {

inline constexpr QLatin1StringView kUnreachableSlot("unreachable");
inline constexpr QLatin1StringView kSummarySlot("summary");
inline constexpr QLatin1StringView kFailuresSlot("failures");
inline constexpr QLatin1StringView kWatchPrefix("watch:");
inline constexpr QLatin1StringView kReleasePrefix("release:");
inline constexpr QLatin1StringView kSignInPrefix("sign-in:");

inline QString ofWatch(const QString &id)
{
    return kWatchPrefix + id;
}
inline QString ofRelease(const QString &release)
{
    return kReleasePrefix + release;
}
inline QString ofSignIn(const QString &instance)
{
    return kSignInPrefix + instance;
}

} // namespace lynceus::detail
