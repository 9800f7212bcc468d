#pragma once

#include "core/domain/model/ids.h"

#include <QUrl>

namespace lynceus {

/// URL of the application in Argo CD's web UI: `BASE/applications/NAMESPACE/NAME`.
[[nodiscard]] QUrl applicationUrl(const QUrl &baseUrl, const ApplicationKey &key);

} // namespace lynceus
