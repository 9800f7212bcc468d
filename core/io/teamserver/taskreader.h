#pragma once

#include "core/domain/base/result.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/teamserver/sharedwatch.h"
#include "core/domain/teamserver/teamserver.h"

namespace lynceus {

/// Limits per task.
struct ServerTaskLimits
{
    static constexpr qsizetype kMostText = 2'000;    ///< characters of a field; longer ones end with "…"
    static constexpr qsizetype kMostReason = 16'000; ///< characters of a reason
    static constexpr qsizetype kMostImages = 100;
    static constexpr qsizetype kMostNotes = 50;
    static constexpr qsizetype kMostInstances = 1'000;
    static constexpr qsizetype kMostTasks = 2'000; ///< per answer; servers send 1,000
};

struct ReadTasks
{
    std::vector<ServerTask> tasks; ///< in the server's order
    int unreadable = 0;            ///< omitted, because they have no id, application or state

    friend bool operator==(const ReadTasks &, const ReadTasks &) = default;
};

/// Parses a team server's list. Errors: Malformed with the path of the field. One unreadable task does not affect the
/// others. Missing fields, and texts of a wrong type, are empty.
[[nodiscard]] Result<ReadTasks> readTasks(const QByteArray &body);
/// One task, or one event of the stream (a task with `verdict`).
[[nodiscard]] Result<ServerTask> readTask(const QByteArray &body);
/// Whether an event is not a task: the server does not know what changed, so the list must be read again.
[[nodiscard]] bool isListReset(const QByteArray &event);
[[nodiscard]] Result<ServerVerdict> readVerdict(const QByteArray &body);

/// Answer of /api/v1/config. Malformed: not from a team server.
struct TeamServerConfig
{
    QString argoCdUrl;                   ///< as users open it; may be empty
    bool needsSignIn = false;            ///< OIDC is enabled: reading needs a credential
    std::vector<ServedArgoCd> instances; ///< of `lynceus serve`; empty: not reported
};
[[nodiscard]] Result<TeamServerConfig> readTeamServerConfig(const QByteArray &body);
/// The version of `lynceus serve`, "lynceus 0.2.0", from its API description. Malformed: from another server.
[[nodiscard]] Result<QString> readTeamServerDescription(const QByteArray &body);
/// "0.15.0", "lynceus 0.2.0": a JSON string.
[[nodiscard]] Result<QString> readTeamServerVersion(const QByteArray &body);
/// The server with this version.
[[nodiscard]] TeamServerKind kindOfVersion(const QString &version);

/// Body to register @p task: its app, author, project, images, revision, chart version and instance, and @p
/// timeoutSeconds.
[[nodiscard]] QByteArray newTaskBody(const ServerTask &task, std::optional<qint64> timeoutSeconds);

} // namespace lynceus
