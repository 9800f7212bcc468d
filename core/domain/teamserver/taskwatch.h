#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/watch/watchrecord.h"

#include <QUrl>

namespace lynceus {

/// Identifies a task and its server.
struct TaskPlace
{
    QString server; ///< TeamServerInstance::place.id
    QString task;   ///< ServerTask::id

    friend bool operator==(const TaskPlace &, const TaskPlace &) = default;
};

/// WatchRecord::id of a task that is shown as a watch; differs from all ids of the user's watches.
[[nodiscard]] QString taskWatchId(const TaskPlace &place);
/// Empty for the id of a watch of the user.
[[nodiscard]] std::optional<TaskPlace> taskPlaceOf(const QString &watchId);
[[nodiscard]] inline bool isTaskWatch(const QString &watchId)
{
    return taskPlaceOf(watchId).has_value();
}

/// @p task as a watch for board, details and notifications; its instance is the team server.
///
/// The verdict is the server's if it is known and matches the task's state; otherwise only the state, with
/// reportedReason(). A state that this version does not know is never deployed: Aborted, with the state as the reason.
/// An unknown deadline is Instant{}.
[[nodiscard]] WatchRecord watchOf(const ServerTask &task, const QString &server);

/// Why a task ended, as reported by its server, unless its verdict has the reason. Empty for all other watches.
[[nodiscard]] QString reportedReason(const WatchRecord &watch);

/// True for a task whose server reports only its state: stages, pods and causes are unknown.
[[nodiscard]] bool isStateAlone(const WatchRecord &watch);

/// @p task as a deployment; its `watch` is the id of watchOf().
[[nodiscard]] Deployment deploymentOf(const ServerTask &task, const QString &server);

/// Whether @p task expects the same as @p own, a watch of the user: same application name, same namespace if both have
/// one, and same versions. Only one of them needs to be reported.
[[nodiscard]] bool repeats(const ServerTask &task, const WatchRecord &own);
/// Whether the task of @p told (deploymentOf()) led to the observed deployment @p seen: same application name, same
/// versions, started while the task was in progress or shortly before.
[[nodiscard]] bool repeats(const Deployment &reported, const Deployment &seen);

/// Whether @p task is certainly about another instance than @p own: its server calls the instance by one of @p names,
/// those of our instances, and not by @p own. Servers may use other names; then the result is false.
[[nodiscard]] bool isElsewhere(const ServerTask &task, const QString &own, const QStringList &names);

/// URL of the task at its server: BASE/task/ID.
[[nodiscard]] QUrl taskPage(const QUrl &baseUrl, const QString &task);
/// URL for @p watch, with the address of its instance: the application in Argo CD, or the task at its server.
[[nodiscard]] QUrl watchPage(const WatchRecord &watch, const QUrl &baseUrl);

} // namespace lynceus
