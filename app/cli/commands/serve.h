#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"
#include "app/serve/serveconfig.h"

#include <optional>

namespace lynceus {

/// Of --config, else of the environment; may be empty.
[[nodiscard]] QString serveConfigFile(const QString &option);
/// The same of --database.
[[nodiscard]] std::optional<GivenSetting> serveDatabase(const QString &option);

[[nodiscard]] ExitCode runServe(const ServeOptions &options, const CommandContext &context);

} // namespace lynceus
