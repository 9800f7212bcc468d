#pragma once

#include "core/domain/model/instance.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/teamserver/teamserver.h"
#include "core/domain/watch/watchrecord.h"

namespace lynceus {

/// A watch as it is registered on a team server.
struct SharedWatch
{
    ServerTask task;           ///< application, versions, author and project; the rest is empty
    qint64 timeoutSeconds = 0; ///< from now until the deadline of the watch
};

/// What @p watch is on a server of @p kind. @p author and @p project: as the colleagues will see them; an empty project
/// is the watch's release, else its application's project, else "lynceus". BadInput: it has ended, or the server cannot
/// follow it (the next version; a revision or a chart version on Argo Watcher), or there is no author.
[[nodiscard]] Result<SharedWatch> sharedWatch(const WatchRecord &watch, TeamServerKind kind, const QString &author,
                                              const QString &project, Instant now);

/// An Argo CD that a team server asks.
struct ServedArgoCd
{
    QString name; ///< the server's
    QString url;  ///< as people open it

    friend bool operator==(const ServedArgoCd &, const ServedArgoCd &) = default;
};

/// Which of @p served is @p own, by its address, else by its name: ServerTask::instance of a watch that is shared.
/// Empty: none, or the server does not list them; then it takes the only one that has the application, or refuses.
/// BadInput: several.
[[nodiscard]] Result<QString> servedInstance(const std::vector<ServedArgoCd> &served, const Instance &own);

} // namespace lynceus
