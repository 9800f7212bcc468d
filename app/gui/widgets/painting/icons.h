#pragma once

#include "app/gui/widgets/painting/statecolours.h"

#include <QIcon>
#include <QLatin1StringView>

namespace lynceus {

/// Icons are lucide's, by their file name in resources/icons without suffix: "heart-crack"_L1. All are drawn in one
/// colour, so that they can be tinted; sharp on any display. A name that is not there is a programmer's error.

/// Follows the palette at the moment of painting: text colour, disabled and selected included.
[[nodiscard]] QIcon glyphIcon(QLatin1StringView name);
/// In a state's colour, for the palette at the moment of painting.
[[nodiscard]] QIcon glyphIcon(QLatin1StringView name, StateRole role);

/// The largest square that fits into @p place, centred. Rendered once a name, colour and size.
void paintGlyph(QPainter *painter, QLatin1StringView name, const QRectF &place, const QColor &colour);

[[nodiscard]] QPixmap glyphPixmap(QLatin1StringView name, const QColor &colour, int side, qreal devicePixelRatio);

/// The program's own, in its colours and all usual sizes.
[[nodiscard]] QIcon applicationIcon();

/// For a test: all names that exist.
[[nodiscard]] QStringList glyphNames();

} // namespace lynceus
