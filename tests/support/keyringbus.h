#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace lynceus::test {

/// A session bus of the test's own, with a keyring daemon of its own if asked for; both end with it.
class KeyringBus final
{
public:
    KeyringBus();
    ~KeyringBus();

    /// gnome-keyring with an open, empty keyring.
    void startKeyring();

    /// As its owner does who goes for lunch.
    void lockKeyring() const;

    /// Runs the disabled test "KeychainScenario.DISABLED_@p name" in a process of its own on this bus: bus and backend
    /// are chosen once a process. The text says what failed; empty if it passed.
    [[nodiscard]] QString run(const QString &name) const;
    /// The same on the bus at @p address.
    [[nodiscard]] static QString runAt(const QString &address, const QString &name, const QString &home);

    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    [[nodiscard]] static QProcessEnvironment environment(const QString &address, const QString &home);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
};

} // namespace lynceus::test
