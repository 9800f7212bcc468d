#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace lynceus {

/// Groups of the board, most urgent first.
enum class BoardGroup { NeedsAttention, InProgress, DoneToday, Earlier };

/// One row: a single watch, or a release that folds its watches.
struct BoardEntry
{
    QString release;              ///< empty: a single watch
    std::vector<QString> watches; ///< ids; one for a single watch, two or more for a release

    friend bool operator==(const BoardEntry &, const BoardEntry &) = default;
};

struct BoardSection
{
    BoardGroup group = BoardGroup::InProgress; ///< if BoardOrder::labelOf is set: NeedsAttention or InProgress
    std::vector<BoardEntry> entries;           ///< never empty
    QString label = {};                        ///< common label of the entries; empty if they need attention

    friend bool operator==(const BoardSection &, const BoardSection &) = default;
};

struct BoardTime
{
    Instant now{};      ///< our clock
    Instant dayStart{}; ///< our clock: midnight in the user's time zone
};

/// Order of the rows in a section.
enum class BoardSorting {
    Urgency,  ///< needs attention first, then running; newest first
    Deadline, ///< running watches first, nearest deadline first
    Name,     ///< natural order of applications or releases
};

struct BoardOrder
{
    BoardSorting sorting = BoardSorting::Urgency;
    /// If set: needs attention first, then one section per label, without a label last; each watch has its own row. If
    /// not set: sections by group, and each release is one row.
    std::function<QString(const WatchRecord &watch)> labelOf = {};
    QStringList labels = {}; ///< order of the labels; others follow in natural order
};

/// NeedsAttention: running watches with a cause or with a blocker that only a user can resolve, and watches that ended
/// badly and have no newer watch of the same application; both unless snoozed.
[[nodiscard]] BoardGroup groupOf(const WatchRecord &watch, bool hasNewer, const BoardTime &time);

/// Sections in order, without empty ones. A release has the place of its most urgent watch. Running entries are ordered
/// by registration, ended ones by their end, newest first, so that rows do not jump.
[[nodiscard]] std::vector<BoardSection> boardLayout(std::span<const WatchRecord *const> watches, const BoardTime &time,
                                                    const BoardOrder &order = {});
/// Number of rows that need attention. A release counts as one row unless @p order has labels.
[[nodiscard]] int needingAttention(std::span<const WatchRecord *const> watches, const BoardTime &time,
                                   const BoardOrder &order);

/// Converts a server's instant of the watch to our clock; both clocks stamped its registration.
[[nodiscard]] Instant onOurClock(const WatchRecord &watch, Instant server);

/// The most urgent watch of a release; of several, the newest.
[[nodiscard]] const WatchRecord *foremost(std::span<const WatchRecord *const> watches);

} // namespace lynceus
