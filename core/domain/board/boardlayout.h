#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QStringList>

#include <functional>
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
    BoardGroup group =
        BoardGroup::InProgress;      ///< where the order has labels: NeedsAttention, or InProgress for a label
    std::vector<BoardEntry> entries; ///< never empty
    QString label = {};              ///< what all of them have in common; empty if they need attention

    friend bool operator==(const BoardSection &, const BoardSection &) = default;
};

struct BoardTime
{
    Instant now{};      ///< our clock
    Instant dayStart{}; ///< our clock: midnight of the person's time zone
};

/// In which order rows of a section come.
enum class BoardSorting {
    Urgency,  ///< what needs attention, then what runs, the newest first
    Deadline, ///< what runs first, the nearest deadline on top
    Name,     ///< natural order of applications or releases
};

struct BoardOrder
{
    BoardSorting sorting = BoardSorting::Urgency;
    /// What needs attention comes first; then sections by this, what has none last; each watch has a row of its own.
    /// Not set: sections by what needs attention, releases as one row.
    std::function<QString(const WatchRecord &watch)> labelOf = {};
    QStringList labels = {}; ///< in this order; others follow in natural order
};

/// A failing watch, one that waits until somebody acts, and one that ended badly need a person: until it is snoozed,
/// dismissed, or a newer watch looks at the same application.
[[nodiscard]] BoardGroup groupOf(const WatchRecord &watch, bool hasNewer, const BoardTime &time);

/// Sections in their order, empty ones left out. A release stands where its most urgent watch does. What runs is
/// ordered by registration, what is over by its end, newest first: rows do not jump while things happen.
[[nodiscard]] std::vector<BoardSection> boardLayout(std::span<const WatchRecord *const> watches, const BoardTime &time,
                                                    const BoardOrder &order = {});
/// How many of these rows need attention, a release being one row where @p order has no labels.
[[nodiscard]] int needingAttention(std::span<const WatchRecord *const> watches, const BoardTime &time,
                                   const BoardOrder &order);

/// The server's instants of a watch, on our clock: both stamped its registration.
[[nodiscard]] Instant onOurClock(const WatchRecord &watch, Instant server);

/// The watch of a release that a person should look at first: its most urgent, of those the newest.
[[nodiscard]] const WatchRecord *foremost(std::span<const WatchRecord *const> watches);

} // namespace lynceus
