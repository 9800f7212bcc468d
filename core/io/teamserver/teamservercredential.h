#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/teamserver/teamserver.h"

namespace lynceus {

/// The header in which a team server takes a credential for reading and registering, and its whole value.
struct TeamServerCredential
{
    QString header; ///< one of kCredentialHeaders
    Secret value;
};

/// Where a server of @p kind expects @p token: `lynceus serve` takes each kind as a bearer token; Argo Watcher takes
/// JWTs signed with a shared secret (HS…) in `Authorization`, other JWTs as those of an OpenID provider in
/// `Oidc-Authorization`, and anything else as a deploy token.
[[nodiscard]] TeamServerCredential credentialFor(TeamServerKind kind, const Secret &token);

} // namespace lynceus
