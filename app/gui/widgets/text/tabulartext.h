#pragma once

#include <QRectF>
#include <QString>

class QFontMetricsF;
class QPainter;

namespace lynceus {

/// Paints text with all digits as wide as the widest one, so that changing times do not shift; Qt 6.4 has no access to
/// a font's tabular figures. Drawn at the trailing side of @p place in the painter's font and pen.
void paintTabular(QPainter *painter, const QRectF &place, const QString &text, Qt::LayoutDirection direction);
[[nodiscard]] qreal tabularWidth(const QFontMetricsF &metrics, const QString &text);

} // namespace lynceus
