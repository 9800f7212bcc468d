#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/versions/versionmatrix.h"

namespace lynceus {

/// One row per image repository or chart, one column per environment. "<" marks a version that differs from the
/// environment to its left, followed by the number of deployments that it is behind, if known. Cells are cut if the
/// terminal is too narrow. Empty for none.
[[nodiscard]] QByteArray versionTable(const VersionMatrix &matrix, const TextStyle &style);

} // namespace lynceus
