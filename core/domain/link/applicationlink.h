#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/model/instance.h"

#include <optional>
#include <vector>

namespace lynceus {

/// The application whose page in Argo CD's web UI has the URL @p text, with or without tab and filter parameters:
/// "https://argocd.acme.example/applications/argocd/shop-web?view=tree". nameSpace is empty if the URL has none (before
/// Argo CD 2.5). Empty if no instance in @p known has this address.
[[nodiscard]] std::optional<ApplicationKey> applicationOnPage(const QString &text, const std::vector<Instance> &known);

} // namespace lynceus
