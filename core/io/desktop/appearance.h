#pragma once

#include <QtGlobal>

#include <optional>

namespace lynceus {

/// What the desktop asks of every program's looks (xdg-desktop-portal, org.freedesktop.appearance; GNOME's text
/// scaling).
struct Appearance
{
    enum class Scheme {
        NoPreference, ///< nothing is said, or nobody can be asked: the platform's own palette decides
        Dark,
        Light,
    };

    Scheme scheme = Scheme::NoPreference;
    std::optional<quint32> accent; ///< 0xrrggbb; empty: none was chosen
    bool highContrast = false;
    double textScale = 1; ///< of all text, 0.5 to 3; 1: as usual, or nothing is said

    friend bool operator==(const Appearance &, const Appearance &) = default;
};

} // namespace lynceus
