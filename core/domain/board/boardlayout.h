#pragma once

#include "core/domain/watch/watchrecord.h"

#include <optional>
#include <span>
#include <vector>

namespace lynceus {

/// What the board asks of a person, most urgent first.
enum class BoardGroup { NeedsAttention, InProgress, DoneToday, Earlier };

/// One row: a watch that stands alone, or a release that folds its watches.
struct BoardEntry
{
    QString release;              ///< empty: a single watch
    std::vector<QString> watches; ///< ids; a single watch has one, a release two or more

    friend bool operator==(const BoardEntry &, const BoardEntry &) = default;
};

struct BoardSection
{
    BoardGroup group = BoardGroup::InProgress;
    std::vector<BoardEntry> entries; ///< never empty

    friend bool operator==(const BoardSection &, const BoardSection &) = default;
};

struct BoardTime
{
    Instant now{};      ///< our clock
    Instant dayStart{}; ///< our clock: midnight of the person's time zone
};

/// A failing watch, one that waits for a sign-in or a permission, and one that ended badly need a person: until it is
/// snoozed, dismissed, or a newer watch looks at the same application.
[[nodiscard]] BoardGroup groupOf(const WatchRecord &watch, bool hasNewer, const BoardTime &time);

/// Sections in their order, empty ones left out. A release stands where its most urgent watch does. What runs is
/// ordered by registration, what is over by its end, newest first: rows do not jump while things happen.
[[nodiscard]] std::vector<BoardSection> boardLayout(std::span<const WatchRecord *const> watches, const BoardTime &time);

/// The server's instants of a watch, on our clock: both stamped its registration.
[[nodiscard]] Instant onOurClock(const WatchRecord &watch, Instant server);

/// The watch of a release that a person should look at first: its most urgent, of those the newest.
[[nodiscard]] const WatchRecord *foremost(std::span<const WatchRecord *const> watches);

} // namespace lynceus
