#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace lynceus {

/// One notification as a desktop shows it. Plain text: whoever shows it escapes where markup is understood.
struct DesktopNotification
{
    enum class Urgency { Low, Normal, Critical }; // as the desktop notifications specification numbers them

    struct Button
    {
        QString id; ///< comes back with activated()
        QString label;

        friend bool operator==(const Button &, const Button &) = default;
    };

    QString title;
    QString body;
    Urgency urgency = Urgency::Normal;
    std::vector<Button> buttons; ///< the first one is also what a click on the notification itself does
    QString sound = {};          ///< a name of the freedesktop sound naming specification; empty: silent
    bool lasting = false;        ///< shown again by a service that was restarted, if nobody closed it

    friend bool operator==(const DesktopNotification &, const DesktopNotification &) = default;
};

/// Notifications of the desktop, addressed by slots of ours: what a slot shows is replaced in place.
///
/// Nothing here blocks. What cannot be shown now is kept and shown when a service comes, unless it was withdrawn;
/// notShown() tells it, so that the tray can say it meanwhile. This one shows nothing at all: right for systems on
/// which the tray does it (macOS, Windows: QSystemTrayIcon::showMessage).
class DesktopNotifications : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const QString &slot, const DesktopNotification &notification)
    {
        Q_EMIT notShown(slot, notification);
    }
    virtual void withdraw(const QString & /*slot*/) { }

Q_SIGNALS:
    /// A button, or the notification itself (then the first button's id). @p token lets a window raise itself
    /// (xdg-activation); may be empty.
    void activated(const QString &slot, const QString &button, const QString &token);
    /// By the person, by time, or the service went and what it showed with it, unless it is lasting; not after
    /// withdraw().
    void closed(const QString &slot);
    void notShown(const QString &slot, const lynceus::DesktopNotification &notification);
};

} // namespace lynceus
