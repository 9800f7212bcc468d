#pragma once

#include <QColor>

namespace lynceus {

/// What a state means to a person, for colours, shapes and words alike: design "Screens", the table of roles.
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

/// The only colours of our own; everything else is the palette's.
[[nodiscard]] StateColours stateColours(StateRole role, bool dark);

/// Whether a palette with this window colour is a dark one.
[[nodiscard]] bool isDark(const QColor &window);

} // namespace lynceus
