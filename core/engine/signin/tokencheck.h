#pragma once

#include "core/engine/clients/argocdclient.h"

#include <optional>

namespace lynceus {

/// Checks whether the server accepts the token of our requests. With anonymous access, Argo CD handles an expired or
/// revoked token as if there were none: no 401, only fewer permissions. Call this before reporting that an application
/// is gone or that there are none.
///
/// Settles once, possibly at once, and never after @p context was destroyed. Empty: requests have no token, the server
/// recognises its user, or the server does not tell. Error: SignInNeeded.
[[nodiscard]] QFuture<std::optional<Error>> askWhetherTokenCounts(ArgoCdClient &client, QObject *context);

} // namespace lynceus
