#pragma once

#include "core/domain/notify/notificationsettings.h"

#include <QMap>

namespace lynceus {

/// What a person chose. Few, each with a default that is right for most; never a secret.
struct Preferences
{
    enum class Density { Comfortable, Compact };

    /// Ranges, inclusive: what is outside is no choice that somebody made.
    static constexpr int kMostBanners = 100;
    static constexpr int kLeastDays = 1;
    static constexpr int kMostDays = 3'650;
    static constexpr int kLeastMegabytes = 10;
    static constexpr int kMostMegabytes = 10'000;

    NotificationSettings notifications; ///< its zone follows from timeZone
    Density density = Density::Comfortable;
    QByteArray timeZone;              ///< IANA id in which times are shown; empty: the system's
    int keepDays = 365;               ///< history
    int keepMegabytes = 200;          ///< history and cache
    bool watchesGoOn = true;          ///< quitting with watches running leaves the engine behind
    bool toldOfTray = false;          ///< that closing the window hides it was said once
    QMap<QString, QString> shortcuts; ///< of actions whose key was changed: portable text; empty: none

    /// A zone that exists here: the system's for an unknown one.
    [[nodiscard]] QTimeZone zone() const;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace lynceus
