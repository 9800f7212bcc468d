#pragma once

#include "app/cli/options/verbspec.h"

namespace lynceus {

// The tables of verbSpecs(), each in a file of its own, in the order of the general help.

[[nodiscard]] std::span<const VerbSpec> applicationVerbs();
[[nodiscard]] std::span<const VerbSpec> watchVerbs();
[[nodiscard]] std::span<const VerbSpec> signInVerbs();
[[nodiscard]] std::span<const VerbSpec> instanceVerbs();
[[nodiscard]] std::span<const VerbSpec> doctorVerbs();

} // namespace lynceus
