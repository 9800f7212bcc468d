#pragma once

namespace lynceus {

/// A name alone opens the window, a link or an action of the desktop entry (isWindowAction()) too, and "demo" one on
/// built-in recordings; anything else that was typed is for the command line.
[[nodiscard]] bool isForWindow(int argc, char **argv);

/// Becomes the window's program, which is a package of its own. Returns only if that is not possible: having written
/// one line to standard error, the exit code.
[[nodiscard]] int launchWindow(int argc, char **argv);

} // namespace lynceus
