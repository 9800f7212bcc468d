#pragma once

#include <QString>

namespace lynceus {

/// The login name of the user; empty if unknown.
[[nodiscard]] QString systemUser();

} // namespace lynceus
