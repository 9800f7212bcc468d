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

/// Plays a panel on a private bus: org.kde.StatusNotifierWatcher with a host, and the client of what registers there.
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
    /// It still keeps items, but nobody shows them.
    void loseHost();
    [[nodiscard]] bool hasHost() const { return m_isThere; }
    [[nodiscard]] int protocolVersion() const { return 0; }
    [[nodiscard]] QStringList items() const { return m_items; }

    // Of the first item; nothing if it does not answer.
    [[nodiscard]] QString status();
    [[nodiscard]] QString toolTip();
    [[nodiscard]] std::vector<int> pictures(); ///< widths
    /// Its menu, separators left out.
    [[nodiscard]] std::vector<MenuEntry> menu();
    /// False if there is no such entry.
    bool click(const QString &label);
    /// A click on the item itself.
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
