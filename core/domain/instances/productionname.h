#pragma once

#include "core/domain/model/application.h"

namespace lynceus {

/// Whether one word of the name is "prod", "production" or "prd", with or without number ("eu-prod-2",
/// "shop_production"), or the whole name is "live". False for "pre-prod", "nonprod" and "product-page".
[[nodiscard]] bool namesProduction(const QString &name);

/// Checks the names of its instance, itself, its namespaces, its project and its environment labels.
[[nodiscard]] bool isProduction(const Application &application, const QString &instanceName);

} // namespace lynceus
