#pragma once

#include "core/domain/base/secret.h"

#include <string>
#include <vector>

namespace lynceus {

/// The command line without the program's name, and without secrets: the values of `--auth-token` and `--header`
/// are taken out and stand in the order in which they came; in `words` a placeholder is left.
struct Arguments
{
    std::vector<std::string> words;
    std::vector<Secret> tokens;
    std::vector<Secret> headers;
};

/// Wipes the secrets in @p argv itself: what `ps` shows of this process.
[[nodiscard]] Arguments takeArguments(int argc, char **argv);

} // namespace lynceus
