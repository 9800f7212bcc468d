#pragma once

#include <QStringList>

namespace lynceus {

/// This program where it can be started again (an AppImage: the image itself).
[[nodiscard]] QString ownProgram();

/// Starts this program once more, beside this process, which it outlives. Nothing of our terminal is handed to it: a
/// pipe must not wait for its end. @p token lets a window raise itself; may be empty.
/// False if the system could not start it.
[[nodiscard]] bool startOwnProgram(const QStringList &arguments, const QString &token = {});

} // namespace lynceus
