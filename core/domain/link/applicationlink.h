#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/model/instance.h"

#include <optional>
#include <vector>

namespace lynceus {

/// The application whose page in Argo CD's web interface @p text is the address of, with or without tabs and filters
/// behind it: "https://argocd.acme.example/applications/argocd/shop-web?view=tree". Its nameSpace is empty where the
/// address has none (before Argo CD 2.5). Nothing if no instance of @p known has this address.
[[nodiscard]] std::optional<ApplicationKey> applicationOnPage(const QString &text, const std::vector<Instance> &known);

} // namespace lynceus
