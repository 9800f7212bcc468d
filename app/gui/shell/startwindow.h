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
    Demo, ///< beside the person's own window, with preferences and memory that go with it
};

/// The program as a window, from the application object on. @p makeEngine is called once that is there; null: it has
/// said why there is none. Without a display or an engine: one line on standard error, and 2.
[[nodiscard]] int startWindow(int argc, char **argv, WindowKind kind, const MakeEngine &makeEngine);

/// What startWindow() does once there is an application that can show windows: returns when the window is closed for
/// good. In between it is made anew each time that another language is chosen.
[[nodiscard]] int openWindow(QApplication &application, WindowKind kind, const MakeEngine &makeEngine);

} // namespace lynceus
