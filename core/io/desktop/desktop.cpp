#include "core/io/desktop/desktop.h"

#include "core/io/desktop/freedesktopnotifications.h"
#include "core/io/desktop/logindsleep.h"
#include "core/io/desktop/portalsettings.h"

namespace lynceus {

#ifdef LYNCEUS_DBUS

std::unique_ptr<DesktopSettings> desktopSettings()
{
    return std::make_unique<PortalSettings>(QDBusConnection::sessionBus());
}

std::unique_ptr<DesktopNotifications> desktopNotifications()
{
    return std::make_unique<FreedesktopNotifications>(QDBusConnection::sessionBus());
}

std::unique_ptr<SleepWatch> sleepWatch(SleepWatch::Wish wish)
{
    return std::make_unique<LogindSleep>(QDBusConnection::systemBus(), wish);
}

#else

std::unique_ptr<DesktopSettings> desktopSettings()
{
    return std::make_unique<DesktopSettings>();
}

std::unique_ptr<DesktopNotifications> desktopNotifications()
{
    return std::make_unique<DesktopNotifications>();
}

std::unique_ptr<SleepWatch> sleepWatch(SleepWatch::Wish)
{
    return std::make_unique<SleepWatch>();
}

#endif

} // namespace lynceus
