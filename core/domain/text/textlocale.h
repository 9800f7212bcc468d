#pragma once

#include <QLocale>

namespace lynceus {

/// Locale for numbers and times in English sentences: @p system, unless it uses its own digits (Arabic, Persian,
/// Bengali, …), which do not mix with English; then English of the same country.
[[nodiscard]] QLocale textLocale(const QLocale &system);

} // namespace lynceus
