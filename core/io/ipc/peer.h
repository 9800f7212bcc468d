#pragma once

#include <QtGlobal>

namespace lynceus {

/// Whether the process at the other end of a connected local socket runs as the same user, according to the kernel;
/// false if it cannot tell.
[[nodiscard]] bool isPeerOurs(qintptr socket);

} // namespace lynceus
