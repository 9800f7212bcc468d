#pragma once

#include "app/gui/widgets/statecolours.h"
#include "core/domain/watch/watchrecord.h"
#include "core/engine/instancestate.h"

#include <QMap>

namespace lynceus {

/// What the tray says: the worst that needs a person, else what goes on.
struct TrayState
{
    StateRole role = StateRole::Neutral;
    int count = 0;    ///< news that nobody saw; without any, running watches
    QString sentence; ///< the tool tip: the same in words

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

struct TrayFacts
{
    QMap<QString, WatchRecord> watches;
    QMap<QString, InstanceState> instances;
    int unseen = 0;
    bool failureUnseen = false;
    bool muted = false;
};

[[nodiscard]] TrayState trayState(const TrayFacts &facts);

/// The running watches, those that need a person first, then by their deadline.
[[nodiscard]] std::vector<WatchRecord> runningWatches(const TrayFacts &facts);

} // namespace lynceus
