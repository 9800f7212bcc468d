#pragma once

#include <QFont>

class QWidget;

namespace lynceus {

/// The system's fixed-width font, scaled by the same factor as the application's font. The desktop's text scaling
/// changes only the application's font.
[[nodiscard]] QFont fixedFont();

/// Sets the application's font on @p widget, scaled by the factor @p times, and updates it when the application's font
/// changes. QWidget::setFont() alone does not follow such changes.
void setRelativeFont(QWidget *widget, qreal times, QFont::Weight weight = QFont::Normal);

/// Like setRelativeFont(), based on fixedFont().
void setFixedFont(QWidget *widget, qreal times = 1);

} // namespace lynceus
