#pragma once

#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/preferences/preferencesdialog.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/startup/desktopintegration.h"
#include "app/gui/widgets/pages/banner.h"
#include "core/engine/text/boardtext.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/desktop/freedesktopnotifications.h"
#include "core/io/desktop/sleepwatch.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

class FakeDesktopNotifications final : public DesktopNotifications
{
public:
    void show(const QString &slot, const DesktopNotification &notification) override
    {
        shown.insert(slot, notification);
    }
    void withdraw(const QString &slot) override { shown.remove(slot); }
    QMap<QString, DesktopNotification> shown;
};

class FakePanelIcon final : public PanelIcon
{
public:
    [[nodiscard]] bool isOffered() const override { return offered; }
    void setShown(bool) override { }
    void setState(const QIcon &, const QString &) override { }
    void setMenu(QMenu *) override { }
    void say(const QString &, const QString &, bool) override { }
    bool offered = true;
};

class DesktopIntegrationTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        window.show();
        scene.engine().start();
        drainEvents();
    }
    void settle()
    {
        scene.clock().advance(std::chrono::seconds(1));
        integration.notifications().checkClock();
    }
    void fail(const QString &id)
    {
        auto watch = makeWatch(id);
        scene.engine().putWatch(watch);
        scene.engine().putWatch(ended(failing(watch), Outcome::Failed));
        settle();
    }
    QTreeView &board() { return *window.releases().findChild<QTreeView *>(); }
    QTreeView *list(const QString &name)
    {
        if (name == QStringLiteral("applications"))
            return &window.applications().view();
        return window.findChild<QTreeView *>(name);
    }
    QString notice()
    {
        const auto *notices = window.findChild<Notices *>();
        return notices->shown();
    }

    int endings = 0; ///< how often the program was asked to quit
    WindowScene scene;
    QTemporaryDir folder;
    WindowMemory memory{folder.filePath(QStringLiteral("window.json"))};
    PreferencesFile preferences{folder.filePath(QStringLiteral("preferences.json"))};
    DesktopSettings settings;
    SleepWatch sleep;
    FakeDesktopNotifications desktop;
    FakePanelIcon panel;
    MainWindow window{WindowParameters{scene.engine(), scene.clock(), memory, settings, QStringLiteral("me")}};
    DesktopIntegration integration{
        window,
        {.engine = scene.engine(),
         .clock = scene.clock(),
         .preferences = preferences,
         .notifications = desktop,
         .panel = panel,
         .sleep = sleep,
         .autostart = Autostart(folder.filePath(QStringLiteral("autostart")), QStringLiteral("/usr/bin/lynceus")),
         .endProgram = [this] { ++endings; }}};
};

} // namespace lynceus::test
