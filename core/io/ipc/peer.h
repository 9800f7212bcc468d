#pragma once

#include <QtGlobal>

namespace lynceus {

/// Whether the process at the other end of a connected local socket runs as the same user as this one. The kernel says
/// so; false if it cannot.
[[nodiscard]] bool isPeerOurs(qintptr socket);

} // namespace lynceus
