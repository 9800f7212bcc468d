#pragma once

#include "core/engine/teamserver/teamserverregistry.h"

#include <memory>

namespace lynceus {

/// The person's team servers; notices are said on standard error.
[[nodiscard]] std::unique_ptr<TeamServerRegistry> openTeamServers();

/// The one that is named, or all without a name. BadInput: no such name, with the nearest; none at all.
[[nodiscard]] Result<std::vector<TeamServerInstance>> chosenTeamServers(const TeamServerRegistry &servers,
                                                                        const QStringList &names);

/// "team server (Argo Watcher)", with ", token" where it is read with one.
[[nodiscard]] QString kindText(const TeamServerInstance &server);

} // namespace lynceus
