#pragma once

#include "app/gui/widgets/painting/statecolours.h"

#include <QIcon>
#include <QLatin1StringView>

namespace lynceus {

/// Icons are from Lucide, named by their file in resources/icons without suffix: "heart-crack"_L1. All have one colour,
/// so that they can be tinted, and are sharp at any resolution. An unknown name is a programming error.

/// Painted in the current text colour of the palette, including disabled and selected states.
[[nodiscard]] QIcon glyphIcon(QLatin1StringView name);
/// Painted in the colour of a state for the current palette.
[[nodiscard]] QIcon glyphIcon(QLatin1StringView name, StateRole role);

/// Paints into the largest centred square of @p place. Cached by name, colour and size.
void paintGlyph(QPainter *painter, QLatin1StringView name, const QRectF &place, const QColor &colour);

[[nodiscard]] QPixmap glyphPixmap(QLatin1StringView name, const QColor &colour, int side, qreal devicePixelRatio);

/// The program's icon, in its own colours and all usual sizes.
[[nodiscard]] QIcon applicationIcon();

/// All existing names; for tests.
[[nodiscard]] QStringList glyphNames();

} // namespace lynceus
