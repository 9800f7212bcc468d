#pragma once

#include "core/domain/model/ids.h"

#include <QUrl>

namespace lynceus {

/// An application's page in Argo CD's own window: `BASE/applications/NAMESPACE/NAME`.
[[nodiscard]] QUrl applicationUrl(const QUrl &baseUrl, const ApplicationKey &key);

} // namespace lynceus
