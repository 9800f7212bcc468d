#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/teamserver/teamserver.h"

namespace lynceus {

/// Header and value of a credential for a team server, for reading and registering.
struct TeamServerCredential
{
    QString header; ///< one of kCredentialHeaders
    Secret value;
};

/// Header in which a server of @p kind expects @p token: `lynceus serve` accepts all kinds as bearer token; Argo
/// Watcher accepts JWTs signed with a shared secret (HS…) in `Authorization`, other JWTs, of an OpenID provider, in
/// `Oidc-Authorization`, and anything else as a deploy token.
[[nodiscard]] TeamServerCredential credentialFor(TeamServerKind kind, const Secret &token);

} // namespace lynceus
