#pragma once

namespace lynceus {

/// Runs the command line: hardens the process, parses the arguments, runs the command and returns its exit code.
/// Secrets in @p argv are overwritten.
[[nodiscard]] int runCommandLine(int argc, char **argv);

} // namespace lynceus
