#pragma once

#include <QStringList>

class QAccessibleInterface;
class QModelIndex;
class QWidget;

namespace lynceus::test {

/// px; tolerated overlap when the Tab order is compared with the reading order. A later stop must not lie entirely
/// above an earlier one in the same columns, or before it on the same line.
inline constexpr int kReadingTolerance = 4;

/// Accessibility faults in @p window as currently shown, one line each.
///
/// Everything focusable needs a name and a meaningful role; columns need titles; rows need text without repetitions;
/// the Tab order must follow the reading order.
[[nodiscard]] QStringList violationsIn(QWidget &window);

/// The widgets that Tab reaches, in order.
[[nodiscard]] QList<QWidget *> tabStops(QWidget &root);

/// The text that a screen reader reads for a row: the texts of all cells.
[[nodiscard]] QString readAloud(const QModelIndex &row);

/// All names and descriptions of visible elements below @p root. A state must appear in them as text.
[[nodiscard]] QStringList spoken(QAccessibleInterface *root);

} // namespace lynceus::test
