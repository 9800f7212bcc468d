#pragma once

#include "core/domain/notify/notice.h"
#include "core/domain/notify/quiethours.h"

#include <QStringList>

#include <array>

namespace lynceus {

/// What the person decided about being told.
struct NotificationSettings
{
    /// By NoticeKind. A start is told on request only: the person who registers a watch knows.
    std::array<bool, kNoticeKindCount> kinds{false, true, true, true, true, true, true, true, true, true, true, true};
    /// By NoticeKind, of those that are told: with a sound, where the desktop plays any.
    std::array<bool, kNoticeKindCount> sounds{false, false, true, false, true, true};
    /// By NoticeKind, of those that are told: also in quiet hours.
    std::array<bool, kNoticeKindCount> inQuietHours{false, false, false, false, true, true};
    QuietHours quietHours;             ///< holds everything else
    QTimeZone zone = QTimeZone(0);     ///< in which the quiet hours are meant
    std::optional<Instant> mutedUntil; ///< holds everything
    int bannersPerTenMinutes = 6;      ///< other than failures; what comes after goes into one summary

    /// Authors of a team server's tasks that are the user, without regard to case. None: the system's user.
    QStringList authors;

    [[nodiscard]] bool tells(NoticeKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool hasSound(NoticeKind kind) const { return sounds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool tellsInQuietHours(NoticeKind kind) const { return inQuietHours[static_cast<std::size_t>(kind)]; }

    friend bool operator==(const NotificationSettings &, const NotificationSettings &) = default;
};

} // namespace lynceus
