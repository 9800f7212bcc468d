#pragma once

#include "app/gui/tray/panelicon.h"
#include "core/io/desktop/panelwatch.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QSystemTrayIcon>

#include <memory>

namespace lynceus {

/// The desktop's tray through Qt. The icon exists only while it is shown.
class SystemTray final : public PanelIcon
{
    Q_OBJECT
public:
    explicit SystemTray(QObject *parent = nullptr);

    [[nodiscard]] bool isOffered() const override;
    void setShown(bool shown) override;
    void setState(const QIcon &icon, const QString &toolTip) override;
    void setMenu(QMenu *menu) override;
    void say(const QString &title, const QString &body, bool failure) override;

private:
    [[nodiscard]] bool reportsItsOwnClicks() const;

    std::unique_ptr<QSystemTrayIcon> m_icon;
    QIcon m_state;
    QString m_toolTip;
    QPointer<QMenu> m_menu;
#ifdef LYNCEUS_DBUS
    PanelWatch m_panel;
    QDeadlineTimer m_panelsTime;
#endif
};

} // namespace lynceus
