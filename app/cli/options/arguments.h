#pragma once

#include "core/domain/base/secret.h"

#include <string>
#include <vector>

namespace lynceus {

/// The command line without the program's name and without secrets: the values of `--auth-token` and `--header` are
/// moved to lists, in their order; `words` has placeholders for them.
struct Arguments
{
    std::vector<std::string> words;
    std::vector<Secret> tokens;
    std::vector<Secret> headers;
};

/// Overwrites the secrets in @p argv itself, so that `ps` does not show them.
[[nodiscard]] Arguments takeArguments(int argc, char **argv);

} // namespace lynceus
