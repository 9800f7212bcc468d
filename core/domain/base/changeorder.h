#pragma once

#include <QString>

namespace lynceus {

/// @p line with its changes of versions in their order. In right-to-left text, "rollback 1.5.0 → 1.4.0" would show
/// "1.4.0 → 1.5.0", because numbers have no strong direction (Unicode Standard Annex 9, rule W7).
///
/// Adds a left-to-right mark before each " → " if @p line begins in a right-to-left language, or if @p paragraph, the
/// direction in which it is laid out, is right to left. Call it last: visibleLine() removes such marks.
[[nodiscard]] QString withChangesInOrder(const QString &line, Qt::LayoutDirection paragraph = Qt::LeftToRight);

} // namespace lynceus
