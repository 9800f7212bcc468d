#pragma once

#include <QAccessible>

class QWidget;

namespace lynceus {

/// What screen readers call a widget that paints itself. To be said in its constructor: they ask once.
void speakAs(QWidget *widget, QAccessible::Role role);

/// What it shows, in words, for a widget of speakAs(); they are told when it changed.
void setSpokenValue(QWidget *widget, const QString &value);

} // namespace lynceus
