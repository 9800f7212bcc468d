#pragma once

#include <QString>

class QPoint;
class QWidget;

namespace lynceus {

/// Text for a tool tip that shows exactly @p text: Qt guesses whether text is HTML, and HTML can open files. Text that
/// Qt takes for HTML is escaped. Cleaned by visibleText(), and cut if very long. Also for Qt::ToolTipRole.
[[nodiscard]] QString toolTipText(const QString &text);

/// Sets the tool tip of a widget, an action or an item.
template<typename Target>
void setPlainToolTip(Target *target, const QString &text)
{
    target->setToolTip(toolTipText(text));
}

/// Shows a tool tip now at @p place (global); empty text hides it.
void showToolTip(const QPoint &place, const QString &text, QWidget *widget);

} // namespace lynceus
