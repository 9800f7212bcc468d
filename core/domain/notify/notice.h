#pragma once

#include "core/domain/watch/watchrecord.h"

#include <vector>

namespace lynceus {

/// What a person can be told about, and can switch on and off.
enum class NoticeKind {
    Started,        ///< a watch or a release was registered
    Failing,        ///< early warning; withdrawn if it heals
    NeedsAttention, ///< it waits until somebody acts; withdrawn when it goes on, and told once for each reason
    Deployed,
    Failed,
    TimedOut,
    Superseded,
    Gone,
    Aborted,
    SignInNeeded,
    Unreachable,
    Back, ///< an instance of which was told that it is unreachable answers again
};
inline constexpr std::size_t kNoticeKindCount = 12;

/// Stable names for settings: "timed-out", "sign-in-needed", …
[[nodiscard]] QString nameOf(NoticeKind kind);

/// A release did not get there: past the budget of banners, and by itself through quiet hours.
[[nodiscard]] constexpr bool isFailure(NoticeKind kind)
{
    return kind == NoticeKind::Failed || kind == NoticeKind::TimedOut;
}

enum class Urgency { Low, Normal, Critical };

enum class NoticeButton { Open, Extend, Snooze, CopyCause };

/// How an instance does, as far as somebody may have to be told.
struct InstanceNews
{
    enum class State { Connecting, Well, SignIn, Unreachable };

    QString id;
    QString name; ///< for people
    State state = State::Connecting;
    QString message; ///< the error behind it, one safe sentence

    friend bool operator==(const InstanceNews &, const InstanceNews &) = default;
};

/// One notification, without words: what it is about.
struct Notice
{
    QString slot; ///< the next one with the same slot takes its place
    NoticeKind kind = NoticeKind::Deployed;
    std::vector<WatchRecord> watches;    ///< one; all of a release; all that were merged
    QString release;                     ///< it speaks for the whole release
    bool merged = false;                 ///< it speaks for several subjects at once
    std::vector<InstanceNews> instances; ///< SignInNeeded, Unreachable, Back
    Urgency urgency = Urgency::Normal;
    std::vector<NoticeButton> buttons;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// What the desktop is to do.
struct Intent
{
    enum class Act {
        Show,     ///< a new banner
        Replace,  ///< in place of what the slot shows
        Withdraw, ///< only `notice.slot` is set
    };
    Act act = Act::Show;
    Notice notice;

    friend bool operator==(const Intent &, const Intent &) = default;
};

} // namespace lynceus
