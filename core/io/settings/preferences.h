#pragma once

#include "core/domain/environments/environment.h"
#include "core/domain/notify/notificationsettings.h"

#include <QMap>

#include <vector>

namespace lynceus {

/// What a person chose. Few, each with a default that is right for most; never a secret.
struct Preferences
{
    enum class Density { Comfortable, Compact };
    enum class Theme { System, Light, Dark };
    /// What New watch begins with, in the order of its choices.
    enum class Deadline { FiveMinutes, QuarterHour, Hour, EndOfDay };
    enum class Observing { NotAtAll, FiveMinutes, HalfHour };
    enum class Direction { System, LeftToRight, RightToLeft };

    /// Ranges, inclusive: what is outside is no choice that somebody made.
    static constexpr int kMostBanners = 100;
    static constexpr int kLeastDays = 1;
    static constexpr int kMostDays = 3'650;
    static constexpr int kLeastMegabytes = 10;
    static constexpr int kMostMegabytes = 10'000;

    NotificationSettings notifications; ///< its zone follows from timeZone
    Density density = Density::Comfortable;
    Theme theme = Theme::System;
    Direction direction = Direction::System;   ///< of the whole window
    QString language;                          ///< of texts, numbers and dates: "de"; empty: the system's
    QByteArray timeZone;                       ///< IANA id in which times are shown; empty: the system's
    Deadline deadline = Deadline::QuarterHour; ///< of a new watch
    Observing observing = Observing::NotAtAll; ///< how long a new watch sees to it that its version keeps running
    int keepDays = 365;                        ///< history
    int keepMegabytes = 200;                   ///< history and cache
    bool watchesGoOn = true;                   ///< quitting with watches running leaves the engine behind
    bool askedOnQuit = false;                  ///< whether they go on was chosen; else quitting asks
    bool toldOfTray = false;                   ///< that closing the window hides it was said once
    std::vector<Environment> environments;     ///< the first that matches an application counts
    QMap<QString, QString> shortcuts;          ///< of actions whose key was changed: portable text; empty: none

    /// A zone that exists here: the system's for an unknown one.
    [[nodiscard]] QTimeZone zone() const;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace lynceus
