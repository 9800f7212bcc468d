#pragma once

#include <QtGlobal>

#include <optional>

namespace lynceus {

/// Appearance settings of the desktop (xdg-desktop-portal, org.freedesktop.appearance; GNOME's text scaling).
struct Appearance
{
    enum class Scheme {
        NoPreference, ///< not set, or not available: the platform's palette decides
        Dark,
        Light,
    };

    Scheme scheme = Scheme::NoPreference;
    std::optional<quint32> accent; ///< 0xrrggbb; empty: not set
    bool highContrast = false;
    double textScale = 1; ///< for all text, 0.5 to 3; 1 if not set

    friend bool operator==(const Appearance &, const Appearance &) = default;
};

} // namespace lynceus
