#pragma once

#include "core/engine/instances/instanceregistry.h"

#include <memory>
#include <vector>

namespace lynceus {

/// Opens the user's instances; notices go to standard error.
[[nodiscard]] std::unique_ptr<InstanceRegistry> openRegistry(const Clock &clock);

/// The named instance, or all if no name is given. BadInput: unknown name, with the nearest ones; no instance at all.
[[nodiscard]] Result<std::vector<Instance>> chosenInstances(const InstanceRegistry &registry, const QString &name);

/// "https://argocd.acme.example/team"
[[nodiscard]] QString addressText(const Instance &instance);

/// "sso", "password", "token", "anonymous"
[[nodiscard]] QString nameOf(SignInMethod method);

} // namespace lynceus
