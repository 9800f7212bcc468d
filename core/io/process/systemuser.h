#pragma once

#include <QString>

namespace lynceus {

/// The name of the person at this computer, as the system calls them; empty if it does not say.
[[nodiscard]] QString systemUser();

} // namespace lynceus
