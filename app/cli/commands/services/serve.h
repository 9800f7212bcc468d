#pragma once

#include "app/serve/serveconfig.h"

#include <optional>

namespace lynceus {

/// The path from --config, otherwise from the environment; may be empty.
[[nodiscard]] QString serveConfigFile(const QString &option);
/// The database from --database, otherwise from the environment.
[[nodiscard]] std::optional<GivenSetting> serveDatabase(const QString &option);

} // namespace lynceus
