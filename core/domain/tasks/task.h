#pragma once

#include "core/domain/base/time.h"
#include "core/domain/tasks/taskstate.h"

#include <QString>

#include <optional>
#include <vector>

namespace lynceus {

/// An image as tasks name it: apart from its tag, which may also be a digest ("sha256:…").
struct TaskImage
{
    QString image; ///< "ghcr.io/acme/shop-web"
    QString tag;   ///< "1.5.0"

    friend bool operator==(const TaskImage &, const TaskImage &) = default;
};

/// What a pipeline registered on a team server, and how it is doing: an application is to run a version before a
/// deadline.
struct Task
{
    QString id;                    ///< a UUID, made once
    QString instance;              ///< Instance::id of the Argo CD that is asked
    QString app;                   ///< as registered: NAME or NAMESPACE/NAME
    QString author;                ///< free text
    QString project;               ///< free text or a URL; not the Argo CD project
    std::vector<TaskImage> images; ///< empty if one of the next two is expected instead
    QString revision;              ///< a commit or a tag
    QString chartVersion;          ///< of a Helm chart
    std::optional<qint64>
        timeout;                 ///< seconds since `created`, as registered or extended; nothing: the server's default
    std::optional<bool> refresh; ///< as registered; nothing: the server's default
    TaskState state = TaskState::InProgress;
    QString reason;     ///< why it ended so; empty while it runs, and mostly if it was deployed
    Instant created{};  ///< the server's clock
    Instant updated{};  ///< when its state changed last
    QString token = {}; ///< the name of the deploy token that registered it; "jwt"; empty if none was needed

    friend bool operator==(const Task &, const Task &) = default;
};

/// Which tasks a list shows, newest first.
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
