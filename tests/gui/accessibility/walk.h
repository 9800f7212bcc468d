#pragma once

#include <QStringList>

class QAccessibleInterface;
class QModelIndex;
class QWidget;

namespace lynceus::test {

/// Reading order: nothing that Tab reaches later stands wholly above something that it reached earlier in the same
/// columns, or before it on the same line. So much may overlap, in px.
inline constexpr int kReadingTolerance = 4;

/// What a screen reader cannot make sense of in @p window as it is shown now: one line each.
///
/// Everything that takes the focus has a name and a role that says what it is; columns have titles; rows have words,
/// and none twice; Tab goes in the reading order.
[[nodiscard]] QStringList complaintsAbout(QWidget &window);

/// What Tab stops at, in its order.
[[nodiscard]] QList<QWidget *> tabStops(QWidget &root);

/// What a screen reader reads of a row: the words of all its cells.
[[nodiscard]] QString readAloud(const QModelIndex &row);

/// All names and descriptions below, as far as they are shown: where a state must be found in words.
[[nodiscard]] QStringList spoken(QAccessibleInterface *root);

} // namespace lynceus::test
