#pragma once

#include "tests/support/fakeengine.h"
#include "tests/support/watchmaker.h"

namespace lynceus::test {

/// The live team server "build" with the ID "t1".
[[nodiscard]] inline TeamServerState makeTeamServer(TeamServerKind kind = TeamServerKind::Lynceus)
{
    TeamServerState state;
    state.server.kind = kind;
    state.server.place.id = QStringLiteral("t1");
    state.server.place.name = QStringLiteral("build");
    state.server.place.colour = QStringLiteral("#8a6d1f");
    state.server.place.baseUrl = QUrl(QStringLiteral("https://build.acme.example/lynceus"));
    state.connection = kind == TeamServerKind::Lynceus ? Connection::Live : Connection::Polling;
    state.receivedAt = kRegisteredAt;
    return state;
}

/// A task for version 1.5.0 of @p app by ada, registered at kRegisteredAt and updated one minute later.
[[nodiscard]] inline ServerTask makeTask(const QString &id, const QString &app, TaskState state = TaskState::InProgress,
                                         const QString &reason = {})
{
    ServerTask task;
    task.id = id;
    task.app = app;
    task.author = QStringLiteral("ada");
    task.project = QStringLiteral("shop");
    task.images = {{QStringLiteral("ghcr.io/acme/") + app.section(u'/', -1), QStringLiteral("1.5.0")}};
    task.state = state;
    task.stateName = nameOf(state);
    task.reason = reason;
    task.created = kRegisteredAt;
    task.updated = kRegisteredAt + std::chrono::minutes(1);
    return task;
}

} // namespace lynceus::test
