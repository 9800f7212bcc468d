#pragma once

#include <QProcessEnvironment>

namespace lynceus {

/// What other programs may see of our environment: tokens for us are not for them.
[[nodiscard]] QProcessEnvironment environmentForOthers(QProcessEnvironment environment);

} // namespace lynceus
