#pragma once

#include "core/domain/model/instance.h"
#include "core/domain/teamserver/servertask.h"
#include "core/domain/teamserver/teamserver.h"
#include "core/domain/watch/watchrecord.h"

namespace lynceus {

/// A watch as it is registered on a team server.
struct SharedWatch
{
    ServerTask task;           ///< application, versions, author and project; other fields are empty
    qint64 timeoutSeconds = 0; ///< from now to the watch's deadline
};

/// Converts @p watch for a server of @p kind. @p author and @p project are visible to colleagues; an empty project
/// becomes the watch's release, the application's project, or "lynceus". BadInput: it has ended, the server cannot
/// follow it (the next version; a revision or a chart version on Argo Watcher), or @p author is empty.
[[nodiscard]] Result<SharedWatch> sharedWatch(const WatchRecord &watch, TeamServerKind kind, const QString &author,
                                              const QString &project, Instant now);

/// An Argo CD server of a team server.
struct ServedArgoCd
{
    QString name; ///< the team server's name for it
    QString url;  ///< as users open it

    friend bool operator==(const ServedArgoCd &, const ServedArgoCd &) = default;
};

/// The entry of @p served that is @p own, by address, otherwise by name; for ServerTask::instance of a shared watch.
/// Empty: none, or the server does not list them; it then uses the only one that has the application, or refuses.
/// BadInput: several.
[[nodiscard]] Result<QString> servedInstance(const std::vector<ServedArgoCd> &served, const Instance &own);

} // namespace lynceus
