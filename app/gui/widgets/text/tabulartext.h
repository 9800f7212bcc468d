#pragma once

#include <QRectF>
#include <QString>

class QFontMetricsF;
class QPainter;

namespace lynceus {

/// Text whose digits all have the width of the widest one, so that columns of times do not tremble; Qt 6.4 cannot ask a
/// font for its tabular figures. Drawn at the trailing side of @p place in the painter's font and pen.
void paintTabular(QPainter *painter, const QRectF &place, const QString &text, Qt::LayoutDirection direction);
[[nodiscard]] qreal tabularWidth(const QFontMetricsF &metrics, const QString &text);

} // namespace lynceus
