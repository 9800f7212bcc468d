#pragma once

#include "core/domain/notify/notice.h"

#include <optional>

namespace lynceus {

/// The current news of one subject, whether or not it was reported before.
struct News
{
    NoticeKind kind = NoticeKind::Deployed;
    QString sign; ///< equal signs: nothing new

    friend bool operator==(const News &, const News &) = default;
};

/// News of a single watch. A watch of a release only has failures; start and success are news of the release.
[[nodiscard]] std::optional<News> newsOf(const WatchRecord &watch);

/// News of a release: one at its start, one when all of its watches have ended. Ignores cancelled ones. @p watches:
/// outcomes of all of its watches, in any order.
[[nodiscard]] std::optional<News> newsOfRelease(std::vector<Outcome> watches);

/// Whether something is wrong; false for a start, a success and a newer version.
[[nodiscard]] bool isProblem(NoticeKind kind);

/// Changes when a snoozed watch should be reported again.
[[nodiscard]] QString stateSign(const WatchRecord &watch);

[[nodiscard]] std::vector<NoticeButton> buttonsFor(NoticeKind kind, const WatchRecord &watch);
[[nodiscard]] Urgency urgencyOf(NoticeKind kind);

} // namespace lynceus
