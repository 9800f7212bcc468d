#pragma once

#include "app/gui/tray/traystate.h"

#include <QIcon>

namespace lynceus {

/// The colour of a tray icon's body: at least 3 : 1 against light and dark panels alike, because a program is not told
/// which one it is on, and against the white glyph on it.
[[nodiscard]] QColor trayColour(StateRole role);

/// State by shape, glyph and colour; the count in a corner from 22 pixels on, "9+" for more than nine.
[[nodiscard]] QPixmap trayPixmap(const TrayState &state, int side);

/// In the sizes that panels ask for.
[[nodiscard]] QIcon trayIcon(const TrayState &state);

} // namespace lynceus
