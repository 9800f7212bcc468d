#pragma once

#include "core/engine/teamserver/teamserverregistry.h"

#include <memory>

namespace lynceus {

/// Opens the user's team servers; notices go to standard error.
[[nodiscard]] std::unique_ptr<TeamServerRegistry> openTeamServers();

/// The named team server, or all if no name is given. BadInput: unknown name, with the nearest ones; no team server at
/// all.
[[nodiscard]] Result<std::vector<TeamServerInstance>> chosenTeamServers(const TeamServerRegistry &servers,
                                                                        const QStringList &names);

/// "team server (Argo Watcher)", with ", token" if it is read with one.
[[nodiscard]] QString kindText(const TeamServerInstance &server);

} // namespace lynceus
