#pragma once

#include "core/domain/notify/notice.h"
#include "core/domain/notify/quiethours.h"

#include <QStringList>

#include <array>

namespace lynceus {

/// The user's settings for notifications.
struct NotificationSettings
{
    /// By NoticeKind. Starts are off by default: the user who registers a watch knows.
    std::array<bool, kNoticeKindCount> kinds{false, true, true, true, true, true, true, true, true, true, true, true};
    /// By NoticeKind, of the enabled kinds: with a sound, if the desktop supports it.
    std::array<bool, kNoticeKindCount> sounds{false, false, true, false, true, true};
    /// By NoticeKind, of the enabled kinds: also shown in quiet hours.
    std::array<bool, kNoticeKindCount> inQuietHours{false, false, false, false, true, true};
    QuietHours quietHours;             ///< hold everything else
    QTimeZone zone = QTimeZone(0);     ///< of the quiet hours
    std::optional<Instant> mutedUntil; ///< holds everything
    int bannersPerTenMinutes = 6;      ///< except failures; further ones go into one summary

    /// Task authors on team servers that are the user, case-insensitive. Empty: the name of the system's user.
    QStringList authors;

    [[nodiscard]] bool notifies(NoticeKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool hasSound(NoticeKind kind) const { return sounds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool notifiesInQuietHours(NoticeKind kind) const
    {
        return inQuietHours[static_cast<std::size_t>(kind)];
    }

    friend bool operator==(const NotificationSettings &, const NotificationSettings &) = default;
};

} // namespace lynceus
