#pragma once

#include "app/gui/shell/windowparameters.h"

class QApplication;

namespace lynceus {

/// Result of runWindow() if the window must be recreated in another language.
inline constexpr int kOpenAgain = -1;

/// Shows the window, starts the engine, and returns when the window is closed finally, or with kOpenAgain. @param
/// application is created by the caller, because the engine needs it too.
[[nodiscard]] int runWindow(QApplication &application, const WindowParameters &parameters);

} // namespace lynceus
