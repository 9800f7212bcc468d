#pragma once

#include "core/engine/clients/argocdclient.h"

#include <optional>

namespace lynceus {

/// What the server says of an application that it does not show under its name.
struct Presence
{
    bool isListed = false;             ///< the list of applications shows it
    QString nameSpace;                 ///< …in this namespace; empty if the answer did not say
    std::optional<Error> ignoredToken; ///< SignInNeeded: the server ignores our token; the list means nothing then
};

/// Two requests: the list, filtered by name, and userinfo where a token is used. Errors: those of the list, except that
/// a list that is refused shows nothing. Settles once; never after @p context died.
[[nodiscard]] FutureAnswer<Presence> askForPresence(ArgoCdClient &client, const ApplicationKey &key, QObject *context);

} // namespace lynceus
