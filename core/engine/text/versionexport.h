#pragma once

#include "core/domain/versions/versionmatrix.h"

#include <QByteArray>

namespace lynceus {

/// `{"environments":[…],"services":[…]}`; field names are stable, fields may be added.
[[nodiscard]] QByteArray versionJson(const VersionMatrix &matrix);
/// One row per service, environment and version (RFC 4180 with header).
[[nodiscard]] QByteArray versionCsv(const VersionMatrix &matrix);

} // namespace lynceus
