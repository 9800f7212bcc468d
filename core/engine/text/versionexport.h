#pragma once

#include "core/domain/versions/versionmatrix.h"

#include <QByteArray>

namespace lynceus {

/// `{"environments":[…],"services":[…]}`; names are stable, more may come.
[[nodiscard]] QByteArray versionJson(const VersionMatrix &matrix);
/// A row a service, environment and version (RFC 4180 with a head).
[[nodiscard]] QByteArray versionCsv(const VersionMatrix &matrix);

} // namespace lynceus
