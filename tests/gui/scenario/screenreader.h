#pragma once

#ifdef LYNCEUS_DBUS

#include "tests/support/privatebus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QObject>
#include <QProcess>

#include <functional>
#include <optional>
#include <vector>

namespace lynceus::test {

/// AT-SPI's reference to an accessible: bus name and object path.
struct AccessiblePlace
{
    QString service;
    QString path;

    [[nodiscard]] bool isNull() const { return service.isEmpty(); }
};

/// The accessible that announced the focus, and its state shortly after.
struct SpokenFocusEvent
{
    QString role;
    QString name;
    bool isFocused = false; ///< shortly after the announcement
    bool isShown = false;
};

/// Reads and controls other programs as Orca does, through at-spi2-core on a private bus and nothing else.
class ScreenReader final : public QObject
{
    Q_OBJECT
public:
    explicit ScreenReader(PrivateBus &bus);
    ~ScreenReader() override;

    [[nodiscard]] bool isConnected() const { return m_bus && m_bus->isConnected(); }
    /// Searches the visible elements of all programs and waits for the element. @p role is AT-SPI's name of the role,
    /// for example "push button".
    [[nodiscard]] AccessiblePlace find(const QString &role, const QString &name);
    [[nodiscard]] QString nameOf(const AccessiblePlace &place);
    /// The names of the children.
    [[nodiscard]] QStringList namesIn(const AccessiblePlace &place);
    /// @p action: the action's name.
    bool act(const AccessiblePlace &place, const QString &action);
    bool type(const AccessiblePlace &place, const QString &text);
    /// The names of the notifications that appeared, in order.
    [[nodiscard]] const QStringList &announcements() const { return m_announcements; }
    /// The names of the elements that announced the focus, in order.
    [[nodiscard]] const QStringList &focused() const { return m_focused; }
    /// The focus announcements with all details.
    [[nodiscard]] const std::vector<SpokenFocusEvent> &focusEvents() const { return m_events; }
    void forgetFocused()
    {
        m_focused.clear();
        m_events.clear();
        m_announcements.clear();
    }
    /// Waits until all announcements so far have been read.
    void settle();
    /// All visible elements, one line each, for failure messages.
    [[nodiscard]] QString picture();

private Q_SLOTS:
    void receive(const QDBusMessage &message);

private:
    [[nodiscard]] std::optional<QVariantList> ask(const QDBusConnection &bus, const QDBusMessage &question) const;
    [[nodiscard]] QVariantList ask(const AccessiblePlace &place, const QString &interface, const QString &method,
                                   const QVariantList &arguments = {}) const;
    [[nodiscard]] std::vector<AccessiblePlace> childrenOf(const AccessiblePlace &place) const;
    [[nodiscard]] bool isShown(const AccessiblePlace &place) const;
    [[nodiscard]] AccessiblePlace findBelow(const AccessiblePlace &place, const QString &role, const QString &name,
                                            int depth);
    void draw(const AccessiblePlace &place, int depth, QString &picture);

    QProcess m_launcher;
    QDBusConnection m_session;
    std::optional<QDBusConnection> m_bus;
    QString m_busName;
    void announceFocus(const AccessiblePlace &place);
    void follow(const QDBusMessage &question, const std::function<void(const QVariantList &)> &take);

    QStringList m_announcements;
    QStringList m_focused;
    std::vector<SpokenFocusEvent> m_events;
    int m_asked = 0; ///< replies that have not arrived
};

} // namespace lynceus::test

#endif
