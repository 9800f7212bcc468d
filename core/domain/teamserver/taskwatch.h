#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/watch/watchrecord.h"

#include <QUrl>

namespace lynceus {

/// Of which server a task is.
struct TaskPlace
{
    QString server; ///< TeamServerInstance::place.id
    QString task;   ///< ServerTask::id

    friend bool operator==(const TaskPlace &, const TaskPlace &) = default;
};

/// WatchRecord::id of a task that is shown among watches; no watch of our own has such an id.
[[nodiscard]] QString taskWatchId(const TaskPlace &place);
/// Nothing for the id of a watch of our own.
[[nodiscard]] std::optional<TaskPlace> taskPlaceOf(const QString &watchId);
[[nodiscard]] inline bool isTaskWatch(const QString &watchId)
{
    return taskPlaceOf(watchId).has_value();
}

/// @p task as the board, the detail and the notifications show it: a watch whose instance is the team server.
///
/// Its verdict is the server's where that is known and belongs to the task's state, else the state alone, with
/// toldReason(). A state that this version does not know is never deployed: Aborted, with the state as the reason. A
/// deadline that is not known is Instant{}.
[[nodiscard]] WatchRecord watchOf(const ServerTask &task, const QString &server);

/// Why a task ended so, in its server's words, where its verdict does not say it. Empty for all other watches.
[[nodiscard]] QString toldReason(const WatchRecord &watch);

/// A task of which its server tells the state and no verdict: nothing is known of stages, pods and causes.
[[nodiscard]] bool isStateAlone(const WatchRecord &watch);

/// @p task as a deployment; its `watch` is the id of watchOf().
[[nodiscard]] Deployment deploymentOf(const ServerTask &task, const QString &server);

/// @p task asks for what @p own, a watch of our own, asks for: the same application by name, and by namespace where
/// both say it, and the same versions. Whoever is told of the one need not be told of the other.
[[nodiscard]] bool repeats(const ServerTask &task, const WatchRecord &own);
/// The task behind @p told (deploymentOf()) led to @p seen, which was observed: the same application by name, the same
/// versions, begun while the task was in progress or shortly before.
[[nodiscard]] bool repeats(const Deployment &told, const Deployment &seen);

/// Whether @p task is about another instance than the one that is called @p own here: its server calls the instance as
/// one of @p names, those of ours, and not as that one. Servers may call them differently: then nothing is known.
[[nodiscard]] bool isElsewhere(const ServerTask &task, const QString &own, const QStringList &names);

/// The task's page at its server: BASE/task/ID.
[[nodiscard]] QUrl taskPage(const QUrl &baseUrl, const QString &task);
/// The page of what @p watch is about, at the address of its instance: Argo CD's of the application, or the server's of
/// the task.
[[nodiscard]] QUrl watchPage(const WatchRecord &watch, const QUrl &baseUrl);

} // namespace lynceus
