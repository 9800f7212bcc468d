#pragma once

#include <QString>

namespace lynceus {

/// The process that listens on this TCP port of this computer, for display: "argocd (process 4711)"; empty if unknown
/// (processes of other users, systems other than Linux).
[[nodiscard]] QString ownerOfPort(quint16 port);

} // namespace lynceus
