#pragma once

#include "app/gui/widgets/painting/statecolours.h"

#include <QPalette>

namespace lynceus {

/// Colours for painting beyond the palette's roles. Derived from a palette, so that a delegate needs only its option
/// and follows palette changes.
struct Tones
{
    bool dark = false;
    QColor line;         ///< borders and separators
    QColor text;         ///< on panels
    QColor muted;        ///< secondary text; at least 4.5 : 1 on panels
    QColor panel;        ///< lists and cards
    QColor sidebar;      ///< background of the navigation
    QColor accent;       ///< links, the current tab, focus
    QColor accentText;   ///< text on a button filled with the accent
    QColor selection;    ///< background of a selected row
    QColor selectedText; ///< text of a selected row

    [[nodiscard]] StateColours of(StateRole role) const { return stateColours(role, dark); }
};

[[nodiscard]] Tones tonesOf(const QPalette &palette);

/// WCAG 2.1 contrast: 1 for equal colours, 21 for black on white.
[[nodiscard]] double contrastBetween(const QColor &one, const QColor &other);

/// @p colour, shifted towards black or white until text on @p ground has a contrast of at least 4.5:1 (WCAG 2.1 AA).
[[nodiscard]] QColor readableOn(const QColor &ground, QColor colour);

/// Mixes @p share (0…1) of @p over with @p under.
[[nodiscard]] QColor blended(const QColor &under, const QColor &over, double share);

} // namespace lynceus
