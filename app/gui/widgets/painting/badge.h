#pragma once

#include "core/domain/instances/instancerules.h"

#include <QIcon>
#include <QPalette>
#include <QRectF>
#include <QString>

class QFontMetrics;
class QPainter;

namespace lynceus {

/// Paints an instance's name in a frame, with a square in its colour. Drawn at the leading side of @p place, vertically
/// centred, elided to fit.
void paintInstanceBadge(QPainter *painter, const QRectF &place, const QString &name, const QColor &colour,
                        const QPalette &palette, Qt::LayoutDirection direction);
[[nodiscard]] int instanceBadgeWidth(const QFontMetrics &metrics, const QString &name);

/// Paints an environment's name on a background of its colour, readable in both themes and on selected rows. Placed as
/// above.
void paintEnvironmentBadge(QPainter *painter, const QRectF &place, const QString &name, const QColor &colour,
                           const QPalette &palette, Qt::LayoutDirection direction);
[[nodiscard]] int environmentBadgeWidth(const QFontMetrics &metrics, const QString &name);

/// A square of @p colour ("#rrggbb"), for menus and lists of colours.
[[nodiscard]] QIcon colourIcon(const QString &colour);

/// A colour for a new instance: the first of instanceColours() that is not @p used ("#rrggbb").
[[nodiscard]] QString freeInstanceColour(const QStringList &used);

} // namespace lynceus
