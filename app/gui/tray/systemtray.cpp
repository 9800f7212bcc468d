#include "app/gui/tray/systemtray.h"

#include <QMenu>

namespace lynceus {

void SystemTray::setShown(bool shown)
{
    if (!shown) {
        m_icon.reset();
        return;
    }
    if (m_icon)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(m_state);
    m_icon->setToolTip(m_toolTip);
    m_icon->setContextMenu(m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &SystemTray::clicked);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT clicked();
    });
    m_icon->show();
}

void SystemTray::setState(const QIcon &icon, const QString &toolTip)
{
    m_state = icon;
    m_toolTip = toolTip;
    if (!m_icon)
        return;
    m_icon->setIcon(icon);
    m_icon->setToolTip(toolTip);
}

void SystemTray::setMenu(QMenu *menu)
{
    m_menu = menu;
    if (m_icon)
        m_icon->setContextMenu(menu);
}

void SystemTray::say(const QString &title, const QString &body, bool failure)
{
    if (m_icon)
        m_icon->showMessage(title, body, failure ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information);
}

} // namespace lynceus
