#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/versions/versionmatrix.h"

namespace lynceus {

/// A row an image repository or chart, a column an environment; "<" marks what differs from the environment to its
/// left, with the number of deployments that it is behind where that is known. Cells
/// of a terminal that is too narrow are cut. Empty for none.
[[nodiscard]] QByteArray versionTable(const VersionMatrix &matrix, const TextStyle &style);

} // namespace lynceus
