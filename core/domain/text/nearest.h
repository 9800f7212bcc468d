#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// The candidates closest to @p word (Damerau-Levenshtein), best first, at a distance of at most a third of the word's
/// length (at least 2); for "did you mean …".
[[nodiscard]] QStringList nearestWords(const QString &word, const QStringList &candidates, qsizetype most = 3);

/// Natural order: "web-2" before "web-10"; case-insensitive, then by code point. Negative, 0 or positive.
[[nodiscard]] int compareNaturally(QStringView left, QStringView right);

} // namespace lynceus
