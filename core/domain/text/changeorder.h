#pragma once

#include <QString>

namespace lynceus {

/// Keeps version changes in @p line in order. In right-to-left text, "rollback 1.5.0 → 1.4.0" would appear as "1.4.0 →
/// 1.5.0", because numbers have no strong direction (Unicode Standard Annex 9, rule W7).
///
/// Adds a left-to-right mark before each " → " if @p line begins in a right-to-left language, or if @p paragraph, the
/// layout direction, is right to left. In a right-to-left sentence, also keeps facts that are joined by " · " apart: of
/// "project shop · Synced", the Latin words would form one phrase, and "Synced" would follow "project". Call it last:
/// visibleLine() removes such marks.
[[nodiscard]] QString withChangesInOrder(const QString &line, Qt::LayoutDirection paragraph = Qt::LeftToRight);

/// Direction in which @p line is laid out in a window of direction @p layout. A sentence in a right-to-left language
/// may begin with a name in Latin letters, from which Qt would take its direction: in a right-to-left window, it has a
/// letter of such a language. Texts without such a letter, for example messages of servers, are left to right.
[[nodiscard]] Qt::LayoutDirection directionOf(const QString &line, Qt::LayoutDirection layout);

/// @p line for labels, which take its direction from its first letter: begins with a right-to-left mark if its
/// directionOf() is another one, and has its changes of versions in order. Call it last, like withChangesInOrder().
[[nodiscard]] QString inReadingOrder(const QString &line, Qt::LayoutDirection layout);

} // namespace lynceus
