#pragma once

#include "core/domain/model/connection.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/teamserver/teamserver.h"
#include "core/domain/time/time.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace lynceus {

/// A team server and its current state.
struct TeamServerState
{
    TeamServerInstance server;
    /// Live: streamed; Polling: polled; NotArgoCd: the server that answers is not a team server.
    Connection connection = Connection::Connecting;
    QString message;                   ///< the error, one sentence without secrets; empty if there is none
    std::optional<Instant> receivedAt; ///< our clock: when its tasks were last confirmed

    friend bool operator==(const TeamServerState &, const TeamServerState &) = default;
};

/// Changes of the tasks of one team server.
struct ServerTaskChanges
{
    QString server;                ///< TeamServerInstance::place.id
    std::vector<ServerTask> tasks; ///< new or changed
    QStringList removed;           ///< ids that are no longer shown
    bool isFirst = false;          ///< first list of this run: ended tasks are not news
};

/// Where a shared watch can be seen.
struct SharedTask
{
    QString server; ///< display name
    QString task;   ///< ServerTask::id
    QUrl page;
};

} // namespace lynceus
