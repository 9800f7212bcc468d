#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace lynceus {

/// A notification of the desktop. Plain text; implementations escape it where markup is supported.
struct DesktopNotification
{
    enum class Urgency { Low, Normal, Critical }; // numbers as in the desktop notifications specification

    struct Button
    {
        QString id; ///< passed back by activated()
        QString label;

        friend bool operator==(const Button &, const Button &) = default;
    };

    QString title;
    QString body;
    Urgency urgency = Urgency::Normal;
    std::vector<Button> buttons; ///< clicking the notification itself activates the first
    QString sound = {};          ///< name from the freedesktop sound naming specification; empty: silent
    bool lasting = false;        ///< shown again after a restart of the service, unless it was closed

    friend bool operator==(const DesktopNotification &, const DesktopNotification &) = default;
};

/// Notifications of the desktop, addressed by slots: a notification replaces the previous one in its slot.
///
/// Does not block. What cannot be shown now is kept until a service is available, unless it is withdrawn; notShown()
/// reports it, so that the tray can show it. This base class shows nothing: for systems where the tray shows
/// notifications (macOS, Windows: QSystemTrayIcon::showMessage).
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
    /// A button, or the notification itself (@p button is then the first button's id). @p token lets a window raise
    /// itself (xdg-activation); may be empty.
    void activated(const QString &slot, const QString &button, const QString &token);
    /// Closed by the user, by timeout, or with its service unless it is lasting. Not emitted after withdraw().
    void closed(const QString &slot);
    void notShown(const QString &slot, const lynceus::DesktopNotification &notification);
};

} // namespace lynceus
