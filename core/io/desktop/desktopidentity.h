#pragma once

#include <QLatin1StringView>

namespace lynceus {

/// Name of the desktop file, icon, metainfo and autostart entry.
inline constexpr QLatin1StringView kDesktopId("io.github.lynceus.Lynceus");

} // namespace lynceus
