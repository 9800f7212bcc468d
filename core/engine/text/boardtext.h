#pragma once

#include "core/domain/board/pace.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>

#include <span>

namespace lynceus {

/// Words for rows of the board and of history, translated like all words for verdicts.

/// One sentence in two parts, so that the eye finds the first: "Job shop-api-migrate failed" · "attempt 2".
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
/// sentence() of what @p watch found; of a task of which only the state is known, that and what its server says.
[[nodiscard]] QString watchSentence(const WatchRecord &watch, const QTimeZone &zone = QTimeZone::utc());
/// A release: how many are through, and what its foremost watch says; @p pace is that watch's.
[[nodiscard]] RowSentence releaseSentence(std::span<const WatchRecord *const> watches,
                                          const QTimeZone &zone = QTimeZone::utc(),
                                          const std::optional<Pace> &pace = {});
/// What people wrote about it: "Ada is on it: waits for the DBA"; empty if nobody did.
[[nodiscard]] QString remarkText(const WatchRecord &watch);

/// "1.5.0"; a digest in its first seven digits: "@3f1c22a".
[[nodiscard]] QString versionText(const ImageReference &image);
/// "3f2a1b0", "v1.5.0", "1.5.2", "next"; empty where images say it.
[[nodiscard]] QString versionText(const ExpectedVersion &version);
/// "1.4.0 → 1.5.0", always from left to right; without the arrow where the old version is not known.
[[nodiscard]] QString versionsText(const WatchRecord &watch);
/// The same for a release whose watches agree; empty where they do not.
[[nodiscard]] QString versionsText(std::span<const WatchRecord *const> watches);

/// "2/3"; empty if nothing is known about pods.
[[nodiscard]] QString podsText(const PodCounts &pods);

/// Running: "usually 35 s" as long as @p pace is as usual, else "11:02 left" until the deadline; over: "14:02 · 1:12",
/// with the day where it is not today's. @p now on our clock.
[[nodiscard]] QString rowTimeText(const WatchRecord &watch, const std::optional<Pace> &pace, Instant now,
                                  const QTimeZone &zone);
/// What is usual, and what the deadline or the duration is, in words, for tool tips and screen readers.
[[nodiscard]] QString rowTimeWords(const WatchRecord &watch, const std::optional<Pace> &pace, Instant now,
                                   const QTimeZone &zone);
/// "usually 35 s": rounded, because an estimate that counts seconds claims too much.
[[nodiscard]] QString usualText(Duration usually);
/// "1:12", "11:02", "2:05:09".
[[nodiscard]] QString clockText(Duration duration);
/// "14:02", or "24 Nov 14:02" where it is another day than @p now.
[[nodiscard]] QString momentText(Instant at, Instant now, const QTimeZone &zone);

} // namespace lynceus
