#pragma once

#include "core/domain/base/result.h"
#include "core/domain/rollout/verdict.h"
#include "core/domain/tasks/taskstate.h"
#include "core/domain/teamserver/teamserver.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace lynceus {

// What a team server answers a pipeline, as far as it is used. Its texts are cleaned and cut, its lists are cut.
// Error::Kind::Malformed: the answer is something else; NotArgoCd: so much else that no team server can be there.

/// From the answer to TaskCall::Version, a JSON string.
[[nodiscard]] Result<TeamServerKind> answeringServerFrom(const QByteArray &body);

/// How long the server follows tasks that do not say it; nothing if it does not tell.
[[nodiscard]] std::optional<Duration> deploymentTimeoutFrom(const QByteArray &body);

/// The id of a task that was registered.
[[nodiscard]] Result<QString> registeredTaskFrom(const QByteArray &body);

/// Why the server refused something: one line without secrets; empty if it does not say.
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
/// @p id: the task that was asked for; an answer about another one is Malformed.
[[nodiscard]] Result<TaskStatus> taskStatusFrom(const QByteArray &body, const QString &id);

struct ServedVerdict
{
    Verdict verdict;
    ApplicationKey application;          ///< empty where the server does not say it
    std::optional<Instant> registeredAt; ///< the Argo CD server's clock
    std::optional<Instant> deadline;     ///< the same
    QString replacedBy;                  ///< the newer task that ended this one; empty: none
};
/// The same for TaskCall::Verdict. Of what only a newer server knows, a cause keeps its words, blockers and notes are
/// left out, and an outcome is Malformed.
[[nodiscard]] Result<ServedVerdict> servedVerdictFrom(const QByteArray &body, const QString &id);
/// The same of an object that was read already, whichever task it is about.
[[nodiscard]] Result<ServedVerdict> servedVerdictIn(const QJsonObject &object);

} // namespace lynceus
