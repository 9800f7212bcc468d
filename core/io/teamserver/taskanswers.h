#pragma once

#include "core/domain/base/result.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/domain/tasks/taskstate.h"
#include "core/domain/teamserver/teamserver.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace lynceus {

// The parts of a team server's answers that pipelines use. Texts are cleaned and cut, lists are cut.
// Error::Kind::Malformed: an unexpected answer; NotArgoCd: certainly not a team server.

/// From the answer to TaskCall::Version, a JSON string.
[[nodiscard]] Result<TeamServerKind> answeringServerFrom(const QByteArray &body);

/// Whether the answer to TaskCall::Description is the one of `lynceus serve`; otherwise NotArgoCd.
[[nodiscard]] Result<void> checkTeamServerDescription(const QByteArray &body);

/// How long the server follows tasks without a timeout; empty if not reported.
[[nodiscard]] std::optional<Duration> deploymentTimeoutFrom(const QByteArray &body);

/// The id of a task that was registered.
[[nodiscard]] Result<QString> registeredTaskFrom(const QByteArray &body);

/// Why the server refused a request: one line without secrets; empty if not reported.
struct TaskRefusal
{
    QString status; ///< "rejected", "down", …
    QString reason;
};
[[nodiscard]] TaskRefusal taskRefusalFrom(const QByteArray &body);

struct TaskStatus
{
    TaskState state = TaskState::InProgress;
    QString reason; ///< may have several lines
};
/// @p id: of the requested task; an answer about another one is Malformed.
[[nodiscard]] Result<TaskStatus> taskStatusFrom(const QByteArray &body, const QString &id);

struct ServedVerdict
{
    Verdict verdict;
    ApplicationKey application;          ///< empty if not reported
    std::optional<Instant> registeredAt; ///< clock of the Argo CD server
    std::optional<Instant> deadline;     ///< clock of the Argo CD server
    std::optional<Instant> bakeDeadline; ///< WatchRecord::bakeDeadline()
    QString replacedBy;                  ///< the newer task that ended this one; empty if none
};
/// Like taskStatusFrom() for TaskCall::Verdict. Of values that only a newer server knows, a cause keeps its message,
/// blockers and notes are omitted, and an outcome is Malformed.
[[nodiscard]] Result<ServedVerdict> servedVerdictFrom(const QByteArray &body, const QString &id);
/// From a parsed object, for any task.
[[nodiscard]] Result<ServedVerdict> servedVerdictIn(const QJsonObject &object);

} // namespace lynceus
