#pragma once

#include <QString>

namespace lynceus {

/// All commands with their options, examples and exit codes as a page of Markdown, for the documentation.
[[nodiscard]] QString commandReference();

} // namespace lynceus
