#include "tests/support/windowmanager.h"

#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

WindowManager::WindowManager(const VirtualDisplay &display)
{
    auto environment = display.environment({});
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/nonexistent"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, u"/nonexistent"_s);
    m_process.setProcessEnvironment(environment);
    m_process.start(u"openbox"_s, {u"--sm-disable"_s});
    const auto manages = [this] { return !ask({u"get_desktop"_s}).isEmpty(); };
    EXPECT_TRUE(waitUntil([&] { return manages() || m_process.state() == QProcess::NotRunning; }));
    EXPECT_EQ(m_process.state(), QProcess::Running)
        << m_process.errorString().toStdString() << m_process.readAllStandardError().constData();
}

WindowManager::~WindowManager()
{
    end(m_process);
}

QString WindowManager::ask(const QStringList &question) const
{
    QProcess xdotool;
    xdotool.setProcessEnvironment(m_process.processEnvironment());
    xdotool.start(u"xdotool"_s, question);
    EXPECT_TRUE(waitUntil([&xdotool] { return xdotool.state() == QProcess::NotRunning; }));
    EXPECT_NE(xdotool.error(), QProcess::FailedToStart) << "xdotool is not installed";
    return xdotool.exitCode() == 0 ? QString::fromUtf8(xdotool.readAllStandardOutput()).trimmed() : QString();
}

QString WindowManager::activeWindow() const
{
    return ask({u"getwindowfocus"_s, u"getwindowname"_s});
}

bool WindowManager::waitForActive(const QString &title) const
{
    return waitUntil([&] { return activeWindow() == title; });
}

void WindowManager::press(const QString &key) const
{
    std::ignore = ask({u"key"_s, u"--clearmodifiers"_s, key});
}

} // namespace lynceus::test
