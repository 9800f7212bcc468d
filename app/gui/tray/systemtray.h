#pragma once

#include "app/gui/tray/panelicon.h"

#include <QPointer>
#include <QSystemTrayIcon>

#include <memory>

namespace lynceus {

/// The desktop's own tray, through Qt. Its icon exists only while it is shown.
class SystemTray final : public PanelIcon
{
    Q_OBJECT
public:
    using PanelIcon::PanelIcon;

    [[nodiscard]] bool isOffered() const override { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void setShown(bool shown) override;
    void setState(const QIcon &icon, const QString &toolTip) override;
    void setMenu(QMenu *menu) override;
    void say(const QString &title, const QString &body, bool failure) override;

private:
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QIcon m_state;
    QString m_toolTip;
    QPointer<QMenu> m_menu;
};

} // namespace lynceus
