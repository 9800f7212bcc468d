#pragma once

#include "core/io/process/runtimepackage.h"

#include <QStringView>

#include <vector>

namespace lynceus {

/// Which packages the command named @p command loads or starts while it runs, of those that this system should have.
[[nodiscard]] std::vector<RuntimePackage> packagesNeededBy(QStringView command);

} // namespace lynceus
