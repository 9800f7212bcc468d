#pragma once

#include <QString>

namespace lynceus {

/// Matches a filter that the user typed: with `*` or `?` it is a glob for the whole text, otherwise a substring.
/// Ignores case.
[[nodiscard]] bool matchesPattern(QStringView text, QStringView pattern);

} // namespace lynceus
