#pragma once

#include "core/domain/notify/notice.h"

#include <optional>

namespace lynceus {

/// What there is to tell about one subject as it is now, whether or not it was told already.
struct News
{
    NoticeKind kind = NoticeKind::Deployed;
    QString sign; ///< equal signs: nothing new to tell

    friend bool operator==(const News &, const News &) = default;
};

/// About a watch by itself. One that belongs to a release speaks only of its failures: its start and its success are
/// the release's.
[[nodiscard]] std::optional<News> newsOf(const WatchRecord &watch);

/// About a release: one at its start, one when all of its watches are over. Cancelled ones are left out.
/// @p watches are the outcomes of all of its watches, in any order.
[[nodiscard]] std::optional<News> newsOfRelease(std::vector<Outcome> watches);

/// Of news that say that something is wrong; a start, a success and a newer version are none.
[[nodiscard]] bool isProblem(NoticeKind kind);

/// What makes a person want to hear of a snoozed watch again.
[[nodiscard]] QString stateSign(const WatchRecord &watch);

[[nodiscard]] std::vector<NoticeButton> buttonsFor(NoticeKind kind, const WatchRecord &watch);
[[nodiscard]] Urgency urgencyOf(NoticeKind kind);

} // namespace lynceus
