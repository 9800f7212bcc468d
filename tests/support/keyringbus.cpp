#include "tests/support/keyringbus.h"

#include "tests/support/waiting.h"

#include <QCoreApplication>
#include <QDir>

#ifdef LYNCEUS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!waitUntil([&process] { return process.state() == QProcess::NotRunning; }))
        process.kill();
}

} // namespace

KeyringBus::KeyringBus()
{
    QDir(m_home.path()).mkpath(u"run"_s);
    QFile::setPermissions(m_home.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_bus.setProcessEnvironment(environment({}, home()));
    m_bus.start(u"dbus-daemon"_s,
                {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s,
                 u"--address=unix:dir=%1"_s.arg(m_home.filePath(u"run"_s))});
    EXPECT_TRUE(waitUntil([this] { return m_bus.canReadLine() || m_bus.state() == QProcess::NotRunning; }));
    m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
    EXPECT_FALSE(m_address.isEmpty()) << m_bus.readAllStandardError().constData();
}

KeyringBus::~KeyringBus()
{
    end(m_keyring);
    end(m_bus);
}

QProcessEnvironment KeyringBus::environment(const QString &address, const QString &home)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home + u"/run"_s);
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    environment.insert(u"GSETTINGS_BACKEND"_s, u"memory"_s);
    environment.remove(u"KDE_SESSION_VERSION"_s);
    environment.remove(u"DISPLAY"_s);
    if (!address.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    return environment;
}

void KeyringBus::startKeyring()
{
    m_keyring.setProcessEnvironment(environment(m_address, home()));
    m_keyring.start(u"gnome-keyring-daemon"_s,
                    {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s,
                     u"--control-directory=%1"_s.arg(m_home.filePath(u"run/keyring"_s))});
    ASSERT_TRUE(waitUntil([this] { return m_keyring.state() == QProcess::Running; }));
    m_keyring.write("password of the test's keyring");
    m_keyring.closeWriteChannel();
    // The first request waits until the daemon runs; it prints its environment then.
    ASSERT_TRUE(waitUntil([this] { return m_keyring.bytesAvailable() > 0 || m_keyring.state() != QProcess::Running; }));
    ASSERT_EQ(m_keyring.state(), QProcess::Running) << m_keyring.readAllStandardError().constData();
}

void KeyringBus::lockKeyring() const
{
#ifdef LYNCEUS_DBUS
    const auto name = u"locks-the-keyring"_s;
    {
        auto connection = QDBusConnection::connectToBus(m_address, name);
        const auto ask = [&connection](const QString &method, const QVariant &argument) {
            auto message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                          u"org.freedesktop.Secret.Service"_s, method);
            message << argument;
            const QDBusPendingCallWatcher watcher(connection.asyncCall(message));
            EXPECT_TRUE(waitUntil([&watcher] { return watcher.isFinished(); }));
            EXPECT_EQ(watcher.reply().type(), QDBusMessage::ReplyMessage) << qPrintable(watcher.reply().errorMessage());
            return watcher.reply().arguments().value(0);
        };
        const auto keyring = qvariant_cast<QDBusObjectPath>(ask(u"ReadAlias"_s, u"default"_s));
        std::ignore = ask(u"Lock"_s, QVariant::fromValue(QList<QDBusObjectPath>{keyring}));
    }
    QDBusConnection::disconnectFromBus(name);
#endif
}

QString KeyringBus::runAt(const QString &address, const QString &name, const QString &home)
{
    QProcess child;
    child.setProcessEnvironment(environment(address, home));
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(),
                {u"--gtest_also_run_disabled_tests"_s, u"--gtest_filter=KeychainScenario.DISABLED_"_s + name});
    if (!waitUntil([&child] { return child.state() == QProcess::NotRunning; }, Duration(60'000))) {
        child.kill();
        return u"it did not end"_s;
    }
    const auto output = child.readAll();
    const bool hasPassed =
        child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0 && output.contains("[  PASSED  ] 1 test.");
    return hasPassed ? QString() : QString::fromUtf8(output);
}

QString KeyringBus::run(const QString &name) const
{
    return runAt(m_address, name, home());
}

} // namespace lynceus::test
