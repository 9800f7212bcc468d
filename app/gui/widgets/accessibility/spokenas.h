#pragma once

#include <QAccessible>

class QWidget;

namespace lynceus {

/// Sets the accessible role of a widget that paints itself. Call in its constructor: screen readers ask only once.
void speakAs(QWidget *widget, QAccessible::Role role);

/// Sets the accessible value of a widget with speakAs() and reports changes to screen readers.
void setSpokenValue(QWidget *widget, const QString &value);

} // namespace lynceus
