#pragma once

#include "app/gui/widgets/painting/statecolours.h"

#include <QPalette>

namespace lynceus {

/// What painting needs beyond the palette's roles. Derived from a palette, so that a delegate needs nothing but its
/// option, and everything follows when the palette changes.
struct Tones
{
    bool dark = false;
    QColor line;         ///< borders and separators
    QColor text;         ///< on panels
    QColor muted;        ///< secondary text; at least 4.5 : 1 on panels
    QColor panel;        ///< lists and cards
    QColor sidebar;      ///< behind the navigation
    QColor accent;       ///< links, the current tab, focus
    QColor accentText;   ///< on a button filled with the accent
    QColor selection;    ///< behind a selected row
    QColor selectedText; ///< on it

    [[nodiscard]] StateColours of(StateRole role) const { return stateColours(role, dark); }
};

[[nodiscard]] Tones tonesOf(const QPalette &palette);

/// WCAG 2.1: 1 for the same colour, 21 for black on white.
[[nodiscard]] double contrastBetween(const QColor &one, const QColor &other);

/// @p colour, as far towards black or white as text of it needs on @p ground: 4.5 : 1 or more (WCAG 2.1 AA).
[[nodiscard]] QColor readableOn(const QColor &ground, QColor colour);

/// @p share of @p over laid on @p under, 0…1.
[[nodiscard]] QColor blended(const QColor &under, const QColor &over, double share);

} // namespace lynceus
