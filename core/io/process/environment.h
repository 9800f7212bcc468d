#pragma once

#include <QProcessEnvironment>

namespace lynceus {

/// Environment for other programs: without our tokens and the service manager's socket.
[[nodiscard]] QProcessEnvironment environmentForOthers(QProcessEnvironment environment);

/// Environment for another process of this program that outlives this one: keeps the log settings, without the service
/// manager's variables.
[[nodiscard]] QProcessEnvironment environmentForOurOwn(const QProcessEnvironment &environment);

} // namespace lynceus
