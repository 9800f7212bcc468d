#pragma once

#include "app/gui/shell/windowparameters.h"

class QApplication;

namespace lynceus {

/// Shows the window over an engine, starts the engine, and returns when the window is closed for good.
/// @param application made by the caller, because the engine needs it too.
[[nodiscard]] int runWindow(QApplication &application, const WindowParameters &parameters);

} // namespace lynceus
