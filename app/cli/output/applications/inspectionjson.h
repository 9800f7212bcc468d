#pragma once

#include "app/cli/applications/inspection.h"
#include "app/cli/output/json.h"

namespace lynceus {

/// {"instance","namespace","name","project","url"}.
[[nodiscard]] OrderedJson applicationIdentity(const ApplicationKey &key, const QString &project, const QUrl &url);
[[nodiscard]] OrderedJson identityOf(const Inspection &inspection);

} // namespace lynceus
