#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace lynceus::test {

/// A private session bus, with a private keyring daemon on request; the destructor ends both.
class KeyringBus final
{
public:
    KeyringBus();
    ~KeyringBus();

    /// Starts gnome-keyring with an unlocked, empty keyring.
    void startKeyring();

    /// Locks the keyring, as its user can do at any time.
    void lockKeyring() const;

    /// Runs the disabled test "KeychainScenario.DISABLED_@p name" in another process on this bus, because bus and
    /// backend are chosen once per process. Returns what failed; empty if it passed.
    [[nodiscard]] QString run(const QString &name) const;
    /// As above, on the bus at @p address.
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
