#pragma once

#include "core/domain/rollout/verdict/verdict.h"
#include "core/domain/tasks/task.h"

#include <QStringList>

namespace lynceus {

/// The verdict of a task, from `lynceus serve`. Text from a server; never markup.
struct ServerVerdict
{
    QString outcome;  ///< "waiting", "deployed", "timed-out", …: names in docs/verdicts.md
    QString stage;    ///< "requested", …
    QString sentence; ///< the current situation, for display
    QString cause;    ///< may be empty
    QString blocker;  ///< may be empty
    QStringList notes;
    int podsWanted = 0;
    int podsReady = 0;
    int podsOld = 0;
    std::optional<Instant> deadline;
    std::optional<Verdict> facts; ///< the same as values; empty: only newer versions know its outcome

    friend bool operator==(const ServerVerdict &, const ServerVerdict &) = default;
};

/// A task of a team server. All texts are from the server: limited, with valid characters, never markup.
struct ServerTask
{
    QString id;
    QString app;      ///< NAME or NAMESPACE/NAME
    QString instance; ///< the server's name for its Argo CD; empty if not reported
    QString author;
    QString project;
    std::vector<TaskImage> images; ///< may be empty: a revision or a chart version is expected then
    QString revision;
    QString chartVersion;
    QString stateName;              ///< as reported; may be unknown to this program
    std::optional<TaskState> state; ///< empty: unknown, which is never deployed
    QString reason;
    Instant created{}; ///< server's clock
    Instant updated{};
    std::optional<ServerVerdict> verdict;

    [[nodiscard]] bool isRunning() const { return state == TaskState::InProgress; }

    friend bool operator==(const ServerTask &, const ServerTask &) = default;
};

/// The expected version: "1.5.0", "1.5.0, 2.1.0", "chart 1.2.3", "revision 3f2a…".
[[nodiscard]] QString awaitedVersion(const ServerTask &task);

/// Filter for requests to a team server, which returns the newest first.
struct ServerTaskFilter
{
    static constexpr int kMost = 1000; ///< maximum of all servers

    std::optional<qint64> after; ///< seconds since 1970, exclusive
    std::optional<qint64> until; ///< seconds since 1970, inclusive
    QString app;                 ///< exact; empty: all
    std::optional<TaskState> state;
    int limit = kMost;
    int offset = 0; ///< number of newest tasks to skip
};

} // namespace lynceus
