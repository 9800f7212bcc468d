#pragma once

#include "core/io/desktop/desktopnotifications.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/desktop/sleepwatch.h"

#include <memory>

namespace lynceus {

/// Implementations for this system; without D-Bus or without a bus, objects that do nothing. Never null.
[[nodiscard]] std::unique_ptr<DesktopSettings> desktopSettings();
[[nodiscard]] std::unique_ptr<DesktopNotifications> desktopNotifications();
[[nodiscard]] std::unique_ptr<SleepWatch> sleepWatch(SleepWatch::Wish wish);

} // namespace lynceus
