#pragma once

namespace lynceus {

/// The whole command line: hardens the process, parses, runs the command, and returns its exit code.
/// @p argv is wiped of secrets.
[[nodiscard]] int runCommandLine(int argc, char **argv);

} // namespace lynceus
