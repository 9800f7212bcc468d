#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/versions/versionmatrix.h"

namespace lynceus {

/// A row an image repository, a column an environment; "<" marks what differs from the environment to its left. Cells
/// of a terminal that is too narrow are cut. Empty for none.
[[nodiscard]] QByteArray versionTable(const VersionMatrix &matrix, const TextStyle &style);
/// `{"environments":[…],"services":[…]}`; names are stable, more may come.
[[nodiscard]] QByteArray versionJson(const VersionMatrix &matrix);
/// A row a repository, environment and version (RFC 4180 with a head).
[[nodiscard]] QByteArray versionCsv(const VersionMatrix &matrix);

} // namespace lynceus
