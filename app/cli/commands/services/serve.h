#pragma once

#include "app/serve/serveconfig.h"

#include <optional>

namespace lynceus {

/// Of --config, else of the environment; may be empty.
[[nodiscard]] QString serveConfigFile(const QString &option);
/// The same of --database.
[[nodiscard]] std::optional<GivenSetting> serveDatabase(const QString &option);

} // namespace lynceus
