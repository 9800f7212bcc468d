#pragma once

#include "core/domain/board/pace.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>

#include <span>

namespace lynceus {

/// Translated texts for rows of the board and the history.

/// One sentence in two parts; the first is emphasised: "Job shop-api-migrate failed" · "attempt 2".
struct RowSentence
{
    QString lead;
    QString rest; ///< may be empty

    [[nodiscard]] QString joined() const;
    friend bool operator==(const RowSentence &, const RowSentence &) = default;
};
/// @p pace adds that it is late: "Rolling out" · "late, usually 35 s".
[[nodiscard]] RowSentence rowSentence(const WatchRecord &watch, const QTimeZone &zone = QTimeZone::utc(),
                                      const std::optional<Pace> &pace = {});
/// sentence() for the result of @p watch. For a task of which only the state is known: the state and the server's
/// reason.
[[nodiscard]] QString watchSentence(const WatchRecord &watch, const QTimeZone &zone = QTimeZone::utc());
/// For a release: how many watches are done, and the sentence of the most important one; @p pace belongs to that watch.
[[nodiscard]] RowSentence releaseSentence(std::span<const WatchRecord *const> watches,
                                          const QTimeZone &zone = QTimeZone::utc(),
                                          const std::optional<Pace> &pace = {});
/// Notes of users: "Ada is on it: waits for the DBA"; empty if there are none.
[[nodiscard]] QString remarkText(const WatchRecord &watch);

/// "1.5.0"; for a digest, its first seven digits: "@3f1c22a".
[[nodiscard]] QString versionText(const ImageReference &image);
/// "3f2a1b0", "v1.5.0", "1.5.2", "next"; empty if images define the version.
[[nodiscard]] QString versionText(const ExpectedVersion &version);
/// "1.4.0 → 1.5.0", always from left to right; without the arrow if the old version is unknown.
[[nodiscard]] QString versionsText(const WatchRecord &watch);
/// Like versionsText() for a release whose watches agree; empty if they differ.
[[nodiscard]] QString versionsText(std::span<const WatchRecord *const> watches);

/// "2/3"; empty if nothing is known about pods.
[[nodiscard]] QString podsText(const PodCounts &pods);

/// Running: "usually 35 s" while @p pace is as usual, otherwise "11:02 left" to the deadline. Ended: "14:02 · 1:12",
/// with the date if it was not today. @p now: our clock.
[[nodiscard]] QString rowTimeText(const WatchRecord &watch, const std::optional<Pace> &pace, Instant now,
                                  const QTimeZone &zone);
/// Usual duration and deadline, or the duration, as a sentence for tool tips and screen readers.
[[nodiscard]] QString rowTimeSentence(const WatchRecord &watch, const std::optional<Pace> &pace, Instant now,
                                      const QTimeZone &zone);
/// "usually 35 s"; rounded, because an estimate is not exact to the second.
[[nodiscard]] QString usualText(Duration usually);
/// "1:12", "11:02", "2:05:09".
[[nodiscard]] QString clockText(Duration duration);
/// "14:02", or "24 Nov 14:02" if not on the same day as @p now.
[[nodiscard]] QString momentText(Instant at, Instant now, const QTimeZone &zone);

} // namespace lynceus
