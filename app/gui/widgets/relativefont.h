#pragma once

#include <QFont>

class QWidget;

namespace lynceus {

/// The system's font for code, scaled as the application's font is: the desktop's text scaling changes only that one.
[[nodiscard]] QFont fixedFont();

/// The application's font for @p widget, @p times as large. Follows when the application's font changes: a font that
/// was set once stays as it is.
void setRelativeFont(QWidget *widget, qreal times, QFont::Weight weight = QFont::Normal);

/// The same with fixedFont().
void setFixedFont(QWidget *widget, qreal times = 1);

} // namespace lynceus
