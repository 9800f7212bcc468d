#include "tests/support/privatebus.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/waiting.h"

#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr auto kConfiguration = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)"_L1;

} // namespace

PrivateBus::PrivateBus()
{
    QFile file(m_folder.filePath(u"bus.conf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QString(kConfiguration).arg(m_folder.path()).toUtf8());
    file.close();
    m_daemon.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + file.fileName()});
    if (waitUntil([this] { return m_daemon.canReadLine() || m_daemon.state() == QProcess::NotRunning; })
        && m_daemon.canReadLine())
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    for (const auto &name : m_connections)
        QDBusConnection::disconnectFromBus(name);
    kill();
}

QDBusConnection PrivateBus::connection()
{
    m_connections.append(QUuid::createUuid().toString());
    return QDBusConnection::connectToBus(m_address, m_connections.last());
}

void PrivateBus::kill()
{
    m_daemon.kill();
    std::ignore = waitUntil([this] { return m_daemon.state() == QProcess::NotRunning; });
}

} // namespace lynceus::test

#endif
