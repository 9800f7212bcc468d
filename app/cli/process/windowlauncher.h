#pragma once

namespace lynceus {

/// True if the arguments open the window: no arguments, a link or an action of the desktop entry (isWindowAction()), or
/// "demo" for built-in recordings. All other arguments belong to the command line.
[[nodiscard]] bool isForWindow(int argc, char **argv);

/// Replaces this process with the window's program, which is a separate package. Returns only if that fails: prints one
/// line on standard error and returns the exit code.
[[nodiscard]] int launchWindow(int argc, char **argv);

} // namespace lynceus
