#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/connection.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/teamserver/teamserver.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace lynceus {

/// A team server and how it is doing now.
struct TeamServerState
{
    TeamServerInstance server;
    /// Live: told by the stream; Polling: asked again and again; NotArgoCd: something answers that is no team server.
    Connection connection = Connection::Connecting;
    QString message;                ///< the error behind it, one safe sentence; empty while all is well
    std::optional<Instant> heardAt; ///< our clock: when its tasks were last known to be true

    friend bool operator==(const TeamServerState &, const TeamServerState &) = default;
};

/// What changed in the tasks of one team server.
struct ServerTaskChanges
{
    QString server;                ///< TeamServerInstance::place.id
    std::vector<ServerTask> tasks; ///< new, or anything about them changed
    QStringList removed;           ///< ids that are not shown any more
    bool isFirst = false;          ///< the first list of this run: what has ended is no news
};

/// Where a watch that was shared can be seen.
struct SharedTask
{
    QString server; ///< its name
    QString task;   ///< ServerTask::id
    QUrl page;
};

} // namespace lynceus
