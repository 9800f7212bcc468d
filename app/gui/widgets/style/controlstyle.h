#pragma once

#include <QColor>
#include <QPalette>
#include <QRectF>
#include <QStyle>

class QPainter;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;

namespace lynceus {

inline constexpr int kIndicatorSide = 16; ///< px at 100 %: check boxes and radio buttons

/// Border colour of fields filled with the palette's base: a contrast of at least 3:1 against it and against the
/// window, as WCAG 2.1 (1.4.11) requires for controls.
[[nodiscard]] QColor fieldBorder(const QPalette &palette);

/// Paints a rounded frame for fields, buttons and boxes; @p line lies within @p place.
void paintFrame(QPainter *painter, const QRectF &place, const QColor &fill, const QColor &line, qreal width = 1);

/// Paints only the box; @p option has its state: checked, partially checked, focused, enabled.
void paintCheckBox(const QStyleOption &option, QPainter *painter);
void paintRadioButton(const QStyleOption &option, QPainter *painter);
/// Paints frame and arrow; the text is drawn by CE_ComboBoxLabel or a line edit.
void paintComboBox(const QStyle &style, const QStyleOptionComboBox &combo, QPainter *painter, const QWidget *widget);
/// Paints frame and both arrows; the value is drawn by a line edit.
void paintSpinBox(const QStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter, const QWidget *widget);

} // namespace lynceus
