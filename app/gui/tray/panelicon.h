#pragma once

#include <QIcon>
#include <QObject>

class QMenu;

namespace lynceus {

/// A place in the desktop's panel, where there is one.
class PanelIcon : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether the desktop has a tray now. Not every desktop tells when that changes.
    [[nodiscard]] virtual bool isOffered() const = 0;
    virtual void setShown(bool shown) = 0;
    virtual void setState(const QIcon &icon, const QString &toolTip) = 0;
    virtual void setMenu(QMenu *menu) = 0;
    /// A balloon, for desktops without a notification service.
    virtual void say(const QString &title, const QString &body, bool failure) = 0;

Q_SIGNALS:
    void clicked();
    void offerChanged();
};

} // namespace lynceus
