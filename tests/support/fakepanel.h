#pragma once

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantList>

#include <optional>
#include <vector>

class QDBusMessage;

namespace lynceus::test {

/// Implements a panel on a private bus: org.kde.StatusNotifierWatcher with a host, and a client of registered items.
class FakePanel final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost SCRIPTABLE true)
    Q_PROPERTY(int ProtocolVersion READ protocolVersion SCRIPTABLE true)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items SCRIPTABLE true)
public:
    struct MenuEntry
    {
        int id = 0;
        QString label;
        bool enabled = true;
    };

    explicit FakePanel(const QDBusConnection &bus);

    void appear();
    void vanish();
    /// Items stay registered, but no host shows them.
    void removeHost();
    [[nodiscard]] bool hasHost() const { return m_isThere; }
    [[nodiscard]] int protocolVersion() const { return 0; }
    [[nodiscard]] QStringList items() const { return m_items; }

    // For the first item; empty if it does not respond.
    [[nodiscard]] QString status();
    [[nodiscard]] QString toolTip();
    [[nodiscard]] std::vector<int> pictures(); ///< widths
    /// Its menu, without separators.
    [[nodiscard]] std::vector<MenuEntry> menu();
    /// False if there is no such entry.
    bool click(const QString &label);
    /// Clicks the item itself.
    void activate();

public Q_SLOTS:
    Q_SCRIPTABLE void RegisterStatusNotifierItem(const QString &service);
    Q_SCRIPTABLE void RegisterStatusNotifierHost(const QString &service);

Q_SIGNALS:
    Q_SCRIPTABLE void StatusNotifierItemRegistered(const QString &service);
    Q_SCRIPTABLE void StatusNotifierItemUnregistered(const QString &service);
    Q_SCRIPTABLE void StatusNotifierHostRegistered();
    Q_SCRIPTABLE void StatusNotifierHostUnregistered();

private:
    [[nodiscard]] QVariant property(const QString &name);
    [[nodiscard]] std::optional<QVariantList> ask(const QDBusMessage &question);

    QDBusConnection m_bus;
    QStringList m_items;
    bool m_isThere = false;
};

} // namespace lynceus::test

#endif
