#pragma once

#include <QIcon>
#include <QObject>

class QMenu;

namespace lynceus {

/// An icon in the desktop's panel.
class PanelIcon : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// True if the desktop has a tray now. Not all desktops report changes.
    [[nodiscard]] virtual bool isOffered() const = 0;
    virtual void setShown(bool shown) = 0;
    virtual void setState(const QIcon &icon, const QString &toolTip) = 0;
    virtual void setMenu(QMenu *menu) = 0;
    /// Shows a balloon, for desktops without a notification service.
    virtual void say(const QString &title, const QString &body, bool failure) = 0;

Q_SIGNALS:
    void clicked();
    void offerChanged();
};

} // namespace lynceus
