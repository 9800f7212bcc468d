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

/// What AT-SPI calls an accessible: who serves it, and where.
struct AccessiblePlace
{
    QString service;
    QString path;

    [[nodiscard]] bool isNull() const { return service.isEmpty(); }
};

/// What had the focus when it announced that, and what it was a moment later.
struct SpokenFocusEvent
{
    QString role;
    QString name;
    bool isFocused = false; ///< a moment later
    bool isShown = false;
};

/// Reads and works in other programs as Orca does: at-spi2-core on a private bus, and nothing but what programs tell
/// it.
class ScreenReader final : public QObject
{
    Q_OBJECT
public:
    explicit ScreenReader(PrivateBus &bus);
    ~ScreenReader() override;

    [[nodiscard]] bool isConnected() const { return m_bus && m_bus->isConnected(); }
    /// Of all programs that are there, in what is shown; waits for it. @p role as AT-SPI names it: "push button".
    [[nodiscard]] AccessiblePlace find(const QString &role, const QString &name);
    [[nodiscard]] QString nameOf(const AccessiblePlace &place);
    /// Names of what is in it.
    [[nodiscard]] QStringList namesIn(const AccessiblePlace &place);
    /// By the name of the action.
    bool act(const AccessiblePlace &place, const QString &action);
    bool type(const AccessiblePlace &place, const QString &text);
    /// Names of the notifications that appeared, in order.
    [[nodiscard]] const QStringList &heard() const { return m_heard; }
    /// Names of what announced that it has the focus, in order.
    [[nodiscard]] const QStringList &focused() const { return m_focused; }
    /// The same, in full.
    [[nodiscard]] const std::vector<SpokenFocusEvent> &focusEvents() const { return m_events; }
    void forgetFocused()
    {
        m_focused.clear();
        m_events.clear();
        m_heard.clear();
    }
    /// Until all that programs have announced so far is known.
    void settle();
    /// All that is shown, one line each: for the message of a test that fails.
    [[nodiscard]] QString picture();

private Q_SLOTS:
    void hear(const QDBusMessage &message);

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
    void hearFocus(const AccessiblePlace &place);
    void follow(const QDBusMessage &question, const std::function<void(const QVariantList &)> &take);

    QStringList m_heard;
    QStringList m_focused;
    std::vector<SpokenFocusEvent> m_events;
    int m_asked = 0; ///< answers that are still to come
};

} // namespace lynceus::test

#endif
