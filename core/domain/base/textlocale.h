#pragma once

#include <QLocale>

namespace lynceus {

/// How numbers and times in Lynceus's English sentences are written for somebody whose system has @p system: as there,
/// unless it has digits of its own (Arabic, Persian, Bengali, …), which do not mix with English. Then as in English of
/// the same country.
[[nodiscard]] QLocale textLocale(const QLocale &system);

} // namespace lynceus
