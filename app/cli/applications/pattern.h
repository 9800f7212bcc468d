#pragma once

#include <QString>

namespace lynceus {

/// What a person types to filter: with `*` or `?` a pattern for the whole text, else a part of it. Case does not count.
[[nodiscard]] bool matchesPattern(QStringView text, QStringView pattern);

} // namespace lynceus
