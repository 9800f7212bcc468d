#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/engine/facade/enginestate.h"

namespace lynceus {

/// What the tray says: the worst that needs a person, else what goes on.
struct TrayState
{
    StateRole role = StateRole::Neutral;
    int count = 0;    ///< news that nobody saw; without any, running watches
    QString sentence; ///< the tool tip: the same in words

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

/// What the notifications say of themselves.
struct TrayNews
{
    int unseen = 0;
    bool failureUnseen = false;
    bool muted = false;
};

/// Watches, and the tasks of team servers that concern the user: what the tray is about. Neither is copied: records are
/// large, and the tray looks at all of them whenever an instance changes.
struct TraySource
{
    const EngineState &engine;
    const QMap<QString, WatchRecord> &tasks; ///< FollowedTasks::tasks()
};

[[nodiscard]] TrayState trayState(const TraySource &source, const TrayNews &news);

/// What the tray's menu lists; valid until the source changes.
struct TrayWatches
{
    std::vector<const WatchRecord *> attention; ///< what somebody must look at, also of what is over: as on the board
    std::vector<const WatchRecord *> running;   ///< the others, by their deadline
    std::vector<const WatchRecord *> results;   ///< what is over besides, the newest first
};
[[nodiscard]] TrayWatches trayWatches(const TraySource &source, Instant now);

} // namespace lynceus
