#pragma once

#include "core/engine/instances/instanceregistry.h"

#include <memory>
#include <vector>

namespace lynceus {

/// The person's instances; notices are said on standard error.
[[nodiscard]] std::unique_ptr<InstanceRegistry> openRegistry(const Clock &clock);

/// The one that is named, or all without a name. BadInput: no such name, with the nearest; none at all.
[[nodiscard]] Result<std::vector<Instance>> chosenInstances(const InstanceRegistry &book, const QString &name);

/// "https://argocd.acme.example/team"
[[nodiscard]] QString addressText(const Instance &instance);

/// "sso", "password", "token", "anonymous"
[[nodiscard]] QString nameOf(SignInMethod method);

} // namespace lynceus
