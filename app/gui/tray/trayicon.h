#pragma once

#include "app/gui/tray/traystate.h"

#include <QIcon>

namespace lynceus {

/// The colour of the icon's background: a contrast of at least 3:1 against light and dark panels, because the panel's
/// colour is unknown, and against the white glyph.
[[nodiscard]] QColor trayColour(StateRole role);

/// Shows the state by shape, glyph and colour; from 22 px on with the count in a corner, "9+" above nine.
[[nodiscard]] QPixmap trayPixmap(const TrayState &state, int side);

/// In the sizes that panels request.
[[nodiscard]] QIcon trayIcon(const TrayState &state);

} // namespace lynceus
