#pragma once

#include "core/domain/rollout/verdict.h"
#include "core/domain/tasks/task.h"

#include <QStringList>

namespace lynceus {

/// The verdict behind the state of a task, as `lynceus serve` tells it in its own words. Text of a server: never
/// markup.
struct ServerVerdict
{
    QString outcome;  ///< "waiting", "deployed", "timed-out", …: names of docs/verdicts.md
    QString stage;    ///< "requested", …
    QString sentence; ///< what is going on, for people
    QString cause;    ///< empty: none
    QString blocker;  ///< empty: none
    QStringList notes;
    int podsWanted = 0;
    int podsReady = 0;
    int podsOld = 0;
    std::optional<Instant> deadline;
    std::optional<Verdict> facts; ///< the same as values; nothing: its outcome is known to newer versions only

    friend bool operator==(const ServerVerdict &, const ServerVerdict &) = default;
};

/// A task of a team server, as a desk reads it. All texts are the server's: bounded, of valid characters, never markup.
struct ServerTask
{
    QString id;
    QString app;      ///< NAME or NAMESPACE/NAME
    QString instance; ///< the server's name for the Argo CD that it asks; empty: it does not say
    QString author;
    QString project;
    std::vector<TaskImage> images; ///< may be empty: then a revision or a chart version is awaited
    QString revision;
    QString chartVersion;
    QString stateName;              ///< as the server says it; may be one that this program does not know
    std::optional<TaskState> state; ///< nothing: unknown, which is never deployed
    QString reason;
    Instant created{}; ///< the server's clock
    Instant updated{};
    std::optional<ServerVerdict> verdict;

    [[nodiscard]] bool isRunning() const { return state == TaskState::InProgress; }

    friend bool operator==(const ServerTask &, const ServerTask &) = default;
};

/// "1.5.0", "1.5.0, 2.1.0", "chart 1.2.3", "revision 3f2a…": which version is awaited.
[[nodiscard]] QString awaitedVersion(const ServerTask &task);

/// Which tasks a desk asks for; the server sorts them, newest first.
struct ServerTaskFilter
{
    static constexpr int kMost = 1000; ///< more than that no server gives at once

    std::optional<qint64> after; ///< created after, seconds since 1970, exclusive
    std::optional<qint64> until; ///< created until, inclusive
    QString app;                 ///< exact; empty: all
    std::optional<TaskState> state;
    int limit = kMost;
    int offset = 0; ///< how many of the newest are left out
};

} // namespace lynceus
