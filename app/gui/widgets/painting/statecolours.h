#pragma once

#include <QColor>

namespace lynceus {

/// The meaning of a state for the user; determines colour, shape and word. See design "Screens", table of roles.
enum class StateRole {
    Good,    ///< healthy, synced, deployed
    Working, ///< progressing, syncing
    Bad,     ///< degraded, failed, failing
    Held,    ///< out of sync, blocked, stale, missing
    Neutral, ///< suspended, unknown, superseded, cancelled
};

struct StateColours
{
    QColor foreground; ///< marks and text; at least 4.5 : 1 on `background`, on the window and on panels
    QColor background; ///< badges and banners
};

/// The only colours defined here; all others come from the palette.
[[nodiscard]] StateColours stateColours(StateRole role, bool dark);

/// True if a palette with this window colour is dark.
[[nodiscard]] bool isDark(const QColor &window);

} // namespace lynceus
