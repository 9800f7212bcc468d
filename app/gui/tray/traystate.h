#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/engine/facade/enginestate.h"

namespace lynceus {

/// What the tray shows: the worst state that needs attention, otherwise the progress.
struct TrayState
{
    StateRole role = StateRole::Neutral;
    int count = 0;    ///< unseen events; if there are none, running watches
    QString sentence; ///< tool tip with the same content

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

/// State of the notifications.
struct TrayNews
{
    int unseen = 0;
    bool failureUnseen = false;
    bool muted = false;
};

/// The watches, and the tasks of team servers that concern the user. Holds references, because records are large and
/// the tray reads all of them whenever an instance changes.
struct TraySource
{
    const EngineState &engine;
    const QMap<QString, WatchRecord> &tasks; ///< FollowedTasks::tasks()
};

[[nodiscard]] TrayState trayState(const TraySource &source, const TrayNews &news);

/// The watches in the tray's menu; valid until the source changes.
struct TrayWatches
{
    std::vector<const WatchRecord *> attention; ///< need attention, including finished ones; as on the board
    std::vector<const WatchRecord *> running;   ///< the other running ones, sorted by deadline
    std::vector<const WatchRecord *> results;   ///< the other finished ones, newest first
};
[[nodiscard]] TrayWatches trayWatches(const TraySource &source, Instant now);

} // namespace lynceus
