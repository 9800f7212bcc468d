#pragma once

#include "app/serve/serveconfig.h"

#include <QJsonObject>

namespace lynceus {

/// What Argo Watcher's GET /api/v1/config says, of our settings; no secrets.
[[nodiscard]] QJsonObject configJson(const ServeConfig &config);

} // namespace lynceus
