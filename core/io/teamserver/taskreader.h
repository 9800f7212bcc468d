#pragma once

#include "core/domain/base/result.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/teamserver/sharedwatch.h"
#include "core/domain/teamserver/teamserver.h"

namespace lynceus {

/// Limits of what is kept of one task.
struct ServerTaskLimits
{
    static constexpr qsizetype kMostText = 2'000;    ///< characters of a field; longer ones are cut with "…"
    static constexpr qsizetype kMostReason = 16'000; ///< characters of a reason
    static constexpr qsizetype kMostImages = 100;
    static constexpr qsizetype kMostNotes = 50;
    static constexpr qsizetype kMostInstances = 1'000;
    static constexpr qsizetype kMostTasks = 2'000; ///< of one answer: servers send 1,000
};

struct ReadTasks
{
    std::vector<ServerTask> tasks; ///< in the server's order
    int unreadable = 0;            ///< left out, because they have no id, application or state

    friend bool operator==(const ReadTasks &, const ReadTasks &) = default;
};

/// Reads what team servers send. Errors: Malformed with the path of the field. One task that cannot be read does not
/// spoil the list. Fields that are absent, or of which only texts are wrong, are empty.
[[nodiscard]] Result<ReadTasks> readTasks(const QByteArray &body);
/// One task, or one event of the stream (the same with `verdict`).
[[nodiscard]] Result<ServerTask> readTask(const QByteArray &body);
/// An event that is no task: the server cannot say what changed, so the list must be read again.
[[nodiscard]] bool isListReset(const QByteArray &event);
[[nodiscard]] Result<ServerVerdict> readVerdict(const QByteArray &body);

/// What /api/v1/config says. Malformed: it is not that of a team server.
struct TeamServerConfig
{
    QString argoCdUrl;                   ///< as people open it; may be empty
    bool needsSignIn = false;            ///< OIDC is on: reading needs a credential
    std::vector<ServedArgoCd> instances; ///< those of a `lynceus serve`; empty: the server does not list them
};
[[nodiscard]] Result<TeamServerConfig> readTeamServerConfig(const QByteArray &body);
/// The version of a `lynceus serve`, "lynceus 0.2.0", by the description of its API. Malformed: it is another one's.
[[nodiscard]] Result<QString> readTeamServerDescription(const QByteArray &body);
/// "0.15.0", "lynceus 0.2.0": a JSON string.
[[nodiscard]] Result<QString> readTeamServerVersion(const QByteArray &body);
/// Which server has this version.
[[nodiscard]] TeamServerKind kindOfVersion(const QString &version);

/// The body that registers @p task: its app, author, project, images, revision, chart version and instance, and
/// @p timeoutSeconds.
[[nodiscard]] QByteArray newTaskBody(const ServerTask &task, std::optional<qint64> timeoutSeconds);

} // namespace lynceus
