#pragma once

#include "core/domain/environments/environment.h"
#include "core/domain/notify/notificationsettings.h"

#include <QMap>

#include <vector>

namespace lynceus {

/// The user's settings; never a secret.
struct Preferences
{
    enum class Density { Comfortable, Compact };
    enum class Theme { System, Light, Dark };
    /// Initial values of New watch, in the order of its choices.
    enum class Deadline { FiveMinutes, QuarterHour, Hour, EndOfDay };
    enum class Observing { NotAtAll, FiveMinutes, HalfHour };
    enum class Direction { System, LeftToRight, RightToLeft };

    /// Ranges, inclusive.
    static constexpr int kMostBanners = 100;
    static constexpr int kLeastDays = 1;
    static constexpr int kMostDays = 3'650;
    static constexpr int kLeastMegabytes = 10;
    static constexpr int kMostMegabytes = 10'000;

    NotificationSettings notifications; ///< its zone follows from timeZone
    Density density = Density::Comfortable;
    Theme theme = Theme::System;
    Direction direction = Direction::System;   ///< of the whole window
    QString language;                          ///< for texts, numbers and dates: "de"; empty: the system's
    QByteArray timeZone;                       ///< IANA id for displayed times; empty: the system's
    Deadline deadline = Deadline::QuarterHour; ///< of a new watch
    Observing observing = Observing::NotAtAll; ///< how long a new watch observes that its version keeps running
    int keepDays = 365;                        ///< for history
    int keepMegabytes = 200;                   ///< for history and cache
    bool watchesGoOn = true;                   ///< quitting with running watches keeps the engine running
    bool askedOnQuit = false;                  ///< watchesGoOn was chosen; otherwise quitting asks
    bool trayExplained = false;                ///< the notice that closing the window hides it was shown
    std::vector<Environment> environments;     ///< the first that matches an application applies
    QMap<QString, QString> shortcuts;          ///< changed shortcuts by action: portable text; empty: none

    /// A valid zone: the system's if timeZone is unknown.
    [[nodiscard]] QTimeZone zone() const;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace lynceus
