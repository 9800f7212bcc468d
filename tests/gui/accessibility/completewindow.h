#pragma once

#include "app/gui/shell/mainwindow.h"
#include "app/gui/startup/desktopintegration.h"
#include "core/io/desktop/desktopnotifications.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/desktop/sleepwatch.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

namespace lynceus::test {

class NoPanel final : public PanelIcon
{
public:
    [[nodiscard]] bool isOffered() const override { return false; }
    void setShown(bool) override { }
    void setState(const QIcon &, const QString &) override { }
    void setMenu(QMenu *) override { }
    void say(const QString &, const QString &, bool) override { }
};

class NoDesktop final : public DesktopNotifications
{
public:
    void show(const QString &, const DesktopNotification &) override { }
};

/// The complete window with an in-memory engine.
class CompleteWindow final
{
public:
    CompleteWindow(FakeEngine &madeEngine, const FakeClock &clock)
        : engine(madeEngine)
        , window({madeEngine, clock, memory, settings, QStringLiteral("ada"), {}})
        , integration(window,
                      {madeEngine, clock, preferences, desktop, panel, sleep,
                       Autostart(folder.filePath(QStringLiteral("autostart")), QStringLiteral("/usr/bin/lynceus"))})
    {
        window.resize(1280, 820);
        window.show();
        window.activateWindow();
        engine.start();
        drainEvents();
    }

    FakeEngine &engine;
    QTemporaryDir folder;
    WindowMemory memory{folder.filePath(QStringLiteral("window.json"))};
    PreferencesFile preferences{folder.filePath(QStringLiteral("preferences.json"))};
    DesktopSettings settings;
    SleepWatch sleep;
    NoDesktop desktop;
    NoPanel panel;
    MainWindow window;
    DesktopIntegration integration;
};

} // namespace lynceus::test
