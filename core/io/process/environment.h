#pragma once

#include <QProcessEnvironment>

namespace lynceus {

/// What other programs may see of our environment: tokens for us are not for them, nor is the service manager's socket.
[[nodiscard]] QProcessEnvironment environmentForOthers(QProcessEnvironment environment);

/// The same for a process of this program that goes on without us: it logs as we do, and is not what the service
/// manager started.
[[nodiscard]] QProcessEnvironment environmentForOurOwn(const QProcessEnvironment &environment);

} // namespace lynceus
