#pragma once

#include <QString>

namespace lynceus {

/// Keeps version changes in @p line in order. In right-to-left text, "rollback 1.5.0 → 1.4.0" would appear as "1.4.0 →
/// 1.5.0", because numbers have no strong direction (Unicode Standard Annex 9, rule W7).
///
/// Adds a left-to-right mark before each " → " if @p line begins in a right-to-left language, or if @p paragraph, the
/// layout direction, is right to left. Call it last: visibleLine() removes such marks.
[[nodiscard]] QString withChangesInOrder(const QString &line, Qt::LayoutDirection paragraph = Qt::LeftToRight);

} // namespace lynceus
