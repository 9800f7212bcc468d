#pragma once

#include <QLatin1StringView>

namespace lynceus {

/// The name under which a desktop knows the program: of its desktop file, icon, metainfo and autostart entry.
inline constexpr QLatin1StringView kDesktopId("io.github.lynceus.Lynceus");

} // namespace lynceus
