#pragma once

#include "core/domain/model/application.h"

namespace lynceus {

/// One of the name's words is "prod", "production" or "prd", with or without a number ("eu-prod-2", "shop_production"),
/// or the whole name is "live". "pre-prod", "nonprod" and "product-page" are not production.
[[nodiscard]] bool namesProduction(const QString &name);

/// By the name of its instance, its own, its namespaces, its project or its labels for environments.
[[nodiscard]] bool isProduction(const Application &application, const QString &instanceName);

} // namespace lynceus
