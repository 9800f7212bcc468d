#pragma once

#include "app/serve/serveconfig.h"

#include <QJsonObject>

namespace lynceus {

/// The response to Argo Watcher's GET /api/v1/config, from these settings; without secrets.
[[nodiscard]] QJsonObject configJson(const ServeConfig &config);

} // namespace lynceus
