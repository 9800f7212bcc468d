#pragma once

#include <functional>
#include <memory>

class QApplication;

namespace lynceus {

class Clock;
class Engine;

using MakeEngine = std::function<std::unique_ptr<Engine>(const Clock &)>;

enum class WindowKind {
    Usual,
    Demo, ///< runs beside the usual window; its preferences and window state are deleted at the end
};

/// Creates the application object and runs the window. @p makeEngine is called after the application object exists; it
/// returns null after it has reported the error. Without a display or an engine, the error is one line on standard
/// error and the exit code is 2.
[[nodiscard]] int startWindow(int argc, char **argv, WindowKind kind, const MakeEngine &makeEngine);

/// The part of startWindow() after the application object exists and can show windows. Recreates the window whenever
/// the user chooses another language; returns the exit code when the window is closed.
[[nodiscard]] int openWindow(QApplication &application, WindowKind kind, const MakeEngine &makeEngine);

} // namespace lynceus
