#pragma once

#include "core/engine/clients/argocdclient.h"

#include <optional>

namespace lynceus {

/// What the server reports about an application that it does not return by name.
struct Presence
{
    bool isListed = false;             ///< the application is in the list
    QString nameSpace;                 ///< its namespace in the list; may be empty
    std::optional<Error> ignoredToken; ///< SignInNeeded: the server ignores our token, so the list proves nothing
};

/// Requests the list, filtered by name, and userinfo if a token is used. Errors: those of the list; a refused list
/// counts as empty. Settles once, and never after @p context was destroyed.
[[nodiscard]] FutureAnswer<Presence> askForPresence(ArgoCdClient &client, const ApplicationKey &key, QObject *context);

} // namespace lynceus
