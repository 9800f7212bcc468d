#pragma once

#include <QProcessEnvironment>

namespace lynceus {

/// Environment for other programs: without variables for Lynceus and the argocd CLI, which may contain tokens, and
/// without the service manager's socket.
[[nodiscard]] QProcessEnvironment environmentForOthers(QProcessEnvironment environment);

/// Like environmentForOthers(), with LYNCEUS_LOG: for another process of this program that outlives this one.
[[nodiscard]] QProcessEnvironment environmentForOurOwn(const QProcessEnvironment &environment);

} // namespace lynceus
