#pragma once

#include "app/cli/options/commandspec.h"

namespace lynceus {

// The parts of commandSpecs(), one per file, in the order of the general help.

[[nodiscard]] std::span<const CommandSpec> applicationCommands();
[[nodiscard]] std::span<const CommandSpec> watchCommands();
[[nodiscard]] std::span<const CommandSpec> deploymentCommands();
[[nodiscard]] std::span<const CommandSpec> serveCommands();
[[nodiscard]] std::span<const CommandSpec> signInCommands();
[[nodiscard]] std::span<const CommandSpec> instanceCommands();
[[nodiscard]] std::span<const CommandSpec> doctorCommands();

} // namespace lynceus
