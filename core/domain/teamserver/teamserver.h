#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

#include <array>
#include <optional>

namespace lynceus {

/// Kinds of team servers, recognised by their answers.
enum class TeamServerKind {
    Lynceus,     ///< `lynceus serve`: has a stream of changes, and verdicts
    ArgoWatcher, ///< polled
};

inline constexpr std::array kTeamServerKinds{TeamServerKind::Lynceus, TeamServerKind::ArgoWatcher};

/// "lynceus", "argo-watcher"; used in files and JSON output.
[[nodiscard]] QString nameOf(TeamServerKind kind);
/// Empty for any other text.
[[nodiscard]] std::optional<TeamServerKind> teamServerKindFrom(const QString &name);
/// "lynceus serve", "Argo Watcher"; for display.
[[nodiscard]] QString shownName(TeamServerKind kind);

/// Header fields for credentials of team servers, for reading and registering.
inline constexpr std::array kCredentialHeaders{"Authorization", "ARGO_WATCHER_DEPLOY_TOKEN", "Oidc-Authorization"};

/// A team server as configured by the user. Never contains a secret: credential and header values are in the keychain.
struct TeamServerInstance
{
    TeamServerKind kind = TeamServerKind::Lynceus;
    /// Id, name, address, TLS and proxy. Sign-in, projects and selector are unused.
    Instance place;
    QString credentialHeader; ///< one of kCredentialHeaders; empty: read without a credential

    friend bool operator==(const TeamServerInstance &, const TeamServerInstance &) = default;
};

/// Its place with the credential's header added to the headers whose values are in the keychain.
[[nodiscard]] Instance placeWithCredential(const TeamServerInstance &server);

/// @p server as it can be stored beside @p others, Argo CD instances and team servers: names are unique among all of
/// them. BadInput as for checkedInstance().
[[nodiscard]] Result<TeamServerInstance> checkedTeamServer(TeamServerInstance server,
                                                           const std::vector<Instance> &others);

} // namespace lynceus
