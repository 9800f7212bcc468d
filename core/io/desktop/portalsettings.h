#pragma once

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/desktopsettings.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

namespace lynceus {

/// org.freedesktop.portal.Settings: colour scheme, accent, contrast and text scaling, which Qt 6.4 does not support.
/// Reads once, then listens; reads again when the portal reappears. Does not block; defaults without a portal.
class PortalSettings final : public DesktopSettings
{
    Q_OBJECT
public:
    explicit PortalSettings(const QDBusConnection &bus, QObject *parent = nullptr);

private Q_SLOTS:
    void takeChange(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
};

} // namespace lynceus

#endif
