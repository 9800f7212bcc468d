#pragma once

#include "app/gui/shell/windowparameters.h"

class QApplication;

namespace lynceus {

/// What runWindow() returns when the window is to be made anew, in another language.
inline constexpr int kOpenAgain = -1;

/// Shows the window over an engine, starts the engine, and returns when the window is closed for good, or with
/// kOpenAgain.
/// @param application made by the caller, because the engine needs it too.
[[nodiscard]] int runWindow(QApplication &application, const WindowParameters &parameters);

} // namespace lynceus
