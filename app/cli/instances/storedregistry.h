#pragma once

#include "core/engine/instances/instanceregistry.h"
#include "core/engine/teamserver/teamserverregistry.h"

#include <memory>
#include <vector>

namespace lynceus {

/// Opens the user's instances; notices go to standard error.
[[nodiscard]] std::unique_ptr<InstanceRegistry> openRegistry(const Clock &clock);
/// For a command that changes the instances. Error: the file has faults, so no change would be written; there is no
/// notice then, which would repeat the error.
[[nodiscard]] Result<std::unique_ptr<InstanceRegistry>> openRegistryForChange(const Clock &clock);

/// The named instance, or all if no name is given. BadInput: unknown name, with the nearest ones; name of a team
/// server; no instance at all.
[[nodiscard]] Result<std::vector<Instance>> chosenInstances(const InstanceRegistry &registry,
                                                            const TeamServerRegistry &teamServers, const QString &name);

/// "https://argocd.acme.example/team"
[[nodiscard]] QString addressText(const Instance &instance);

/// "sso", "password", "token", "anonymous"
[[nodiscard]] QString nameOf(SignInMethod method);

} // namespace lynceus
