#pragma once

#include "core/engine/clients/argocdclient.h"

#include <optional>

namespace lynceus {

/// Asks the server whether it accepts the token that requests carry. With anonymous access Argo CD answers a token that
/// expired or was revoked as if there was none: no 401, only fewer rights. So this is asked before anybody is told that
/// an application is gone, or that there are none.
///
/// Settles once, later or at once; never after @p context died. Nothing: requests carry no token, the server knows
/// whose it is, or it does not say. An error: SignInNeeded.
[[nodiscard]] QFuture<std::optional<Error>> askWhetherTokenCounts(ArgoCdClient &client, QObject *context);

} // namespace lynceus
