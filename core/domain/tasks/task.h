#pragma once

#include "core/domain/tasks/taskstate.h"
#include "core/domain/time/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace lynceus {

/// An image of a task: repository and tag separately. The tag may be a digest ("sha256:…").
struct TaskImage
{
    QString image; ///< "ghcr.io/acme/shop-web"
    QString tag;   ///< "1.5.0"

    friend bool operator==(const TaskImage &, const TaskImage &) = default;
};

/// A task that a pipeline registered on a team server: an application should run a version before a deadline.
struct Task
{
    QString id;                    ///< a UUID, created once
    QString instance;              ///< Instance::id of the Argo CD instance
    QString app;                   ///< as registered: NAME or NAMESPACE/NAME
    QString author;                ///< free text
    QString project;               ///< free text or a URL; not the Argo CD project
    std::vector<TaskImage> images; ///< empty if a revision or chart version is expected
    QString revision;              ///< a commit or a tag
    QString chartVersion;          ///< of a Helm chart
    std::optional<qint64> timeout; ///< seconds since `created`, as registered or extended; empty: the server's default
    std::optional<bool> refresh;   ///< as registered; empty: the server's default
    TaskState state = TaskState::InProgress;
    QString reason;     ///< why it ended; empty while it runs, and usually if deployed
    Instant created{};  ///< server's clock
    Instant updated{};  ///< last change of state
    QString token = {}; ///< name of the deploy token that registered it; "jwt"; empty if none was required

    friend bool operator==(const Task &, const Task &) = default;
};

/// Filter for a list of tasks, newest first.
struct TaskQuery
{
    static constexpr int kMost = 1000;

    std::optional<qint64> after; ///< seconds since 1970, exclusive
    std::optional<qint64> until; ///< seconds since 1970, inclusive
    QString app;                 ///< exact; empty: all
    QString project;             ///< exact; empty: all
    std::optional<TaskState> state;
    int limit = kMost; ///< 1 to kMost
    qint64 offset = 0; ///< not negative
};

} // namespace lynceus
