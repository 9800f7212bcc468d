#pragma once

#include "core/io/process/runtimepackage.h"

#include <QStringView>

#include <vector>

namespace lynceus {

/// The packages that the command named @p command loads or starts at run time, limited to those that exist for this
/// system.
[[nodiscard]] std::vector<RuntimePackage> packagesNeededBy(QStringView command);

} // namespace lynceus
