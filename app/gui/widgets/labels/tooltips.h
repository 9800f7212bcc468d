#pragma once

#include <QString>

class QPoint;
class QWidget;

namespace lynceus {

/// What a tool tip takes so that it shows exactly @p text: Qt guesses whether one is HTML, and HTML opens files. Text
/// that Qt would not take for HTML stays as it is; other text is escaped. Cleaned by visibleText(), and cut where
/// nobody reads on. For Qt::ToolTipRole, too.
[[nodiscard]] QString toolTipText(const QString &text);

/// Of a widget, an action or an item.
template<typename Target>
void setPlainToolTip(Target *target, const QString &text)
{
    target->setToolTip(toolTipText(text));
}

/// Now, at @p place (global); an empty text hides the one that is shown.
void showToolTip(const QPoint &place, const QString &text, QWidget *widget);

} // namespace lynceus
