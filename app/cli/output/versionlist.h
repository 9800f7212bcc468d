#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/versions/versionmatrix.h"

namespace lynceus {

/// A row an image repository, a column an environment; "<" marks what differs from the environment to its left. Cells
/// of a terminal that is too narrow are cut. Empty for none.
[[nodiscard]] QByteArray versionTable(const VersionMatrix &matrix, const TextStyle &style);

} // namespace lynceus
