#include "app/gui/tray/systemtray.h"

#include "core/domain/text/visibletext.h"

#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Replaces HTML's special characters: some panels interpret text as HTML, some do not, and Qt passes it unchanged.
QString withoutMarkup(const QString &text)
{
    return visibleText(text).replace(u'<', u'‹').replace(u'>', u'›');
}

} // namespace

#ifdef LYNCEUS_DBUS

namespace {

// Time for a desktop to start its panel. X11's older trays are checked only afterwards: asking Qt for them would make
// it remember that there is no newer one.
constexpr std::chrono::seconds kPanelStarts{30};

} // namespace

SystemTray::SystemTray(QObject *parent)
    : PanelIcon(parent)
    , m_panel(QDBusConnection::sessionBus())
    , m_panelsTime(kPanelStarts)
{
    connect(&m_panel, &PanelWatch::changed, this, &PanelIcon::offerChanged);
}

bool SystemTray::isOffered() const
{
    if (m_panel.isThere())
        return true;
    const bool isX11 = QGuiApplication::platformName() == "xcb"_L1;
    return isX11 && m_panel.isAbsent() && m_panelsTime.hasExpired() && QSystemTrayIcon::isSystemTrayAvailable();
}

// In a D-Bus panel, the icon of Qt 6.4 treats clicks on any program's notification as its own after it has shown one.
// Check with newer versions of Qt.
bool SystemTray::reportsItsOwnClicks() const
{
    return !m_panel.isThere();
}

#else

SystemTray::SystemTray(QObject *parent)
    : PanelIcon(parent)
{ }

bool SystemTray::isOffered() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

bool SystemTray::reportsItsOwnClicks() const
{
    return true;
}

#endif

void SystemTray::setShown(bool shown)
{
    if (!shown) {
        m_icon.reset();
        return;
    }
    if (m_icon)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(m_state);
    m_icon->setToolTip(withoutMarkup(m_toolTip));
    m_icon->setContextMenu(m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        // Qt also emits this for a right click on the icon while a balloon is shown; the menu is open then.
        if (reportsItsOwnClicks() && !(m_menu && m_menu->isVisible()))
            Q_EMIT clicked();
    });
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
    m_icon->setToolTip(withoutMarkup(toolTip));
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
        m_icon->showMessage(withoutMarkup(title), withoutMarkup(body),
                            failure ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information);
}

} // namespace lynceus
