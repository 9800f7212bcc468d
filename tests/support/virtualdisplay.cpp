#include "tests/support/virtualdisplay.h"

#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!waitUntil([&process] { return process.state() == QProcess::NotRunning; }))
        process.kill();
    std::ignore = waitUntil([&process] { return process.state() == QProcess::NotRunning; });
}

VirtualDisplay::VirtualDisplay(const QString &screen)
{
    // It chooses a free number and prints it when it listens. It must not reset when its last client disconnects: that
    // would disconnect one that is just connecting.
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, screen, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    std::ignore = waitUntil([this] { return m_server.canReadLine() || m_server.state() == QProcess::NotRunning; });
    if (m_server.canReadLine())
        m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    EXPECT_FALSE(m_name.isEmpty()) << m_server.errorString().toStdString()
                                   << m_server.readAllStandardError().constData();
}

VirtualDisplay::~VirtualDisplay()
{
    end(m_server);
}

QProcessEnvironment VirtualDisplay::environment(const QString &bus) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_name);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    // Leaks in the desktop's libraries are not ours; our own are found by the tests of each widget.
    environment.insert(u"ASAN_OPTIONS"_s, environment.value(u"ASAN_OPTIONS"_s) + u":detect_leaks=0"_s);
    for (const auto &other : {u"WAYLAND_DISPLAY"_s, u"XDG_CURRENT_DESKTOP"_s, u"GTEST_FILTER"_s, u"GTEST_OUTPUT"_s,
                              u"QT_QPA_PLATFORMTHEME"_s, u"XAUTHORITY"_s})
        environment.remove(other);
    return environment;
}

} // namespace lynceus::test
