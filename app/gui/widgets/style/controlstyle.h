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

/// Around fields and boxes that are filled with the palette's base: at least 3 : 1 on it and on the window, as WCAG 2.1
/// (1.4.11) asks of what must be seen to be used.
[[nodiscard]] QColor fieldBorder(const QPalette &palette);

/// A rounded frame of fields, buttons and boxes; @p line lies within @p place.
void paintFrame(QPainter *painter, const QRectF &place, const QColor &fill, const QColor &line, qreal width = 1);

/// The box alone; @p option tells whether it is ticked, partly ticked, focused and usable.
void paintCheckBox(const QStyleOption &option, QPainter *painter);
void paintRadioButton(const QStyleOption &option, QPainter *painter);
/// Frame and arrow; the text is CE_ComboBoxLabel's, or a line edit's.
void paintComboBox(const QStyle &style, const QStyleOptionComboBox &combo, QPainter *painter, const QWidget *widget);
/// Frame and both arrows; the value is a line edit's.
void paintSpinBox(const QStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter, const QWidget *widget);

} // namespace lynceus
