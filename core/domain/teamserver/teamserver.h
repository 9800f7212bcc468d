#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <array>
#include <optional>

namespace lynceus {

/// What a team server is, as its answers say.
enum class TeamServerKind {
    Lynceus,     ///< `lynceus serve`: tells changes in a stream, and the verdict behind a state
    ArgoWatcher, ///< is polled
};

inline constexpr std::array kTeamServerKinds{TeamServerKind::Lynceus, TeamServerKind::ArgoWatcher};

/// "lynceus", "argo-watcher": part of files and of JSON output.
[[nodiscard]] QString nameOf(TeamServerKind kind);
/// Nothing for any other text.
[[nodiscard]] std::optional<TeamServerKind> teamServerKindFrom(const QString &name);
/// "lynceus serve", "Argo Watcher": as people read it.
[[nodiscard]] QString shownName(TeamServerKind kind);

/// The headers in which team servers take credentials for reading and registering.
inline constexpr std::array kCredentialHeaders{"Authorization", "ARGO_WATCHER_DEPLOY_TOKEN", "Oidc-Authorization"};

/// A team server as it is configured at a desk. Never holds a secret: the credential and the values of headers are in
/// the keychain.
struct TeamServerInstance
{
    TeamServerKind kind = TeamServerKind::Lynceus;
    /// Its id, name, address and the way there. Sign-in, projects and selector have no meaning.
    Instance place;
    QString credentialHeader; ///< one of kCredentialHeaders; empty: it is read without a credential

    friend bool operator==(const TeamServerInstance &, const TeamServerInstance &) = default;
};

/// Its place with the credential's header among those that are in the keychain.
[[nodiscard]] Instance placeWithCredential(const TeamServerInstance &server);

/// @p server as it may be kept beside @p others, which are Argo CD instances and team servers alike: names are unique
/// among all of them. BadInput as checkedInstance().
[[nodiscard]] Result<TeamServerInstance> checkedTeamServer(TeamServerInstance server,
                                                           const std::vector<Instance> &others);

} // namespace lynceus
