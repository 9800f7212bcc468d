#pragma once

#include <QString>

namespace lynceus {

/// What listens on this TCP port of this computer, for people: "argocd (process 4711)"; empty if the system does not
/// tell (other users' processes, systems other than Linux).
[[nodiscard]] QString ownerOfPort(quint16 port);

} // namespace lynceus
