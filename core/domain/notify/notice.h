#pragma once

#include "core/domain/watch/watchrecord.h"

#include <vector>

namespace lynceus {

/// Kinds of notifications, which the user can switch on and off.
enum class NoticeKind {
    Started,        ///< a watch or a release was registered
    Failing,        ///< early warning; withdrawn if it heals
    NeedsAttention, ///< waits until a user acts; withdrawn when it continues, reported once per reason
    Deployed,
    Failed,
    TimedOut,
    Superseded,
    Gone,
    Aborted,
    SignInNeeded,
    Unreachable,
    Back, ///< an instance that was reported as unreachable answers again
};
inline constexpr std::size_t kNoticeKindCount = 12;

/// Stable names for settings: "timed-out", "sign-in-needed", …
[[nodiscard]] QString nameOf(NoticeKind kind);

/// The release did not arrive. Not limited by the budget of banners; shown in quiet hours by default.
[[nodiscard]] constexpr bool isFailure(NoticeKind kind)
{
    return kind == NoticeKind::Failed || kind == NoticeKind::TimedOut;
}

enum class Urgency { Low, Normal, Critical };

enum class NoticeButton { Open, Extend, Snooze, CopyCause };

/// State of an instance as far as notifications need it.
struct InstanceNews
{
    enum class State { Connecting, Well, SignIn, Unreachable };

    QString id;
    QString name; ///< display name
    State state = State::Connecting;
    QString message; ///< the error, one sentence without secrets

    friend bool operator==(const InstanceNews &, const InstanceNews &) = default;
};

/// One notification as data, without text.
struct Notice
{
    QString slot; ///< a later notice with the same slot replaces it
    NoticeKind kind = NoticeKind::Deployed;
    std::vector<WatchRecord> watches;    ///< one; all of a release; all that were merged
    QString release;                     ///< set if it is about the whole release
    bool merged = false;                 ///< about several subjects
    std::vector<InstanceNews> instances; ///< for SignInNeeded, Unreachable, Back
    Urgency urgency = Urgency::Normal;
    std::vector<NoticeButton> buttons;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// An instruction for the desktop.
struct Intent
{
    enum class Act {
        Show,     ///< a new banner
        Replace,  ///< replaces what the slot shows
        Withdraw, ///< only `notice.slot` is set
    };
    Act act = Act::Show;
    Notice notice;

    friend bool operator==(const Intent &, const Intent &) = default;
};

} // namespace lynceus
