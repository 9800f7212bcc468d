#include "tests/gui/scenario/player.h"

#ifdef LYNCEUS_DBUS

#include "app/gui/shell/mainwindow.h"
#include "app/gui/startup/desktopintegration.h"
#include "app/gui/tray/systemtray.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/desktop/freedesktopnotifications.h"
#include "core/io/desktop/sleepwatch.h"
#include "core/io/settings/windowmemory.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QKeyEvent>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr auto kPlayer = "test.lynceus.Player"_L1;

/// Whether a key arrived. While assistive technology listens, Qt asks it about every key before it delivers a copy of
/// the key's event. Of a shortcut, only the release is delivered.
class KeyArrival final : public QObject
{
public:
    explicit KeyArrival(int key)
        : m_key(key)
    {
        qApp->installEventFilter(this);
    }
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
        m_hasArrived |= isKey && static_cast<QKeyEvent *>(event)->key() == m_key
            && (!event->spontaneous() || !QAccessible::isActive());
        return false;
    }
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }

private:
    int m_key;
    bool m_hasArrived = false;
};

void pressOn(QWidget *focused, int key, int modifiers)
{
    const KeyArrival arrival(key);
    if (auto *popup = QApplication::activePopupWidget())
        focused = popup;
    ASSERT_NE(focused, nullptr);
    const QPointer<QWidget> target(focused);
    QTest::keyClick(focused, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    EXPECT_TRUE(waitUntil([&] { return arrival.hasArrived() || !target; })) << key;
    drainEvents();
}

/// Runs in the process of Shows::Screens.
class ScreensControl final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "test.lynceus.Player")

public Q_SLOTS:
    Q_SCRIPTABLE bool isVisible() { return true; }
    Q_SCRIPTABLE void open(const QString &name)
    {
        m_complete.reset();
        m_nothing.reset();
        m_scene.emplace();
        m_nothing.emplace(m_scene->clock());
        const auto &all = screens();
        const auto screen =
            std::ranges::find(all, name, [](const Screen &each) { return QString::fromUtf8(each.name); });
        ASSERT_NE(screen, all.end()) << name.toStdString();
        m_complete.emplace(screen->isEmpty ? *m_nothing : m_scene->engine(), m_scene->clock());
        screen->open(*m_complete);
        const auto isActive = [this] {
            return QApplication::activeWindow() == front(m_complete->window).window() && QApplication::focusWidget();
        };
        EXPECT_TRUE(waitUntil(isActive)) << name.toStdString();
        drainEvents();
    }
    Q_SCRIPTABLE void press(int key, int modifiers) { pressOn(QApplication::focusWidget(), key, modifiers); }
    Q_SCRIPTABLE QString focus()
    {
        const auto *focused = QApplication::focusWidget();
        return focused ? QString::number(quintptr(focused), 16) + u' '
                + QString::fromLatin1(focused->metaObject()->className()) + u' ' + focused->accessibleName()
                       : QString();
    }
    Q_SCRIPTABLE bool focusHasRows()
    {
        const auto *view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
        return view && view->model() && view->model()->rowCount() > 0;
    }
    /// Sends the same failure twice, after some progress.
    Q_SCRIPTABLE void fail()
    {
        const auto watch = m_scene->engine().watches().value(u"w7k3f"_s);
        m_scene->engine().putWatch(rolling(watch, 1, 3));
        drainEvents();
        for (int time = 0; time < 2; ++time) {
            m_scene->engine().putWatch(ended(failing(watch), Outcome::Failed));
            drainEvents();
        }
    }
    Q_SCRIPTABLE void close()
    {
        m_complete.reset();
        QCoreApplication::exit(0);
    }

private:
    std::optional<WindowScene> m_scene;
    std::optional<FakeEngine> m_nothing;
    std::optional<CompleteWindow> m_complete;
};

/// Lets the test control the window's process.
class Control final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "test.lynceus.Player")
public:
    Control(MainWindow &window, FakeEngine &engine)
        : m_window(window)
        , m_engine(engine)
        , m_before(engine.watches())
    { }

public Q_SLOTS:
    Q_SCRIPTABLE void close() { m_window.close(); }
    Q_SCRIPTABLE bool isVisible() { return m_window.isVisible(); }
    Q_SCRIPTABLE bool activate()
    {
        m_window.activateWindow();
        return QApplication::activeWindow() == &m_window;
    }
    Q_SCRIPTABLE void press(int key, int modifiers) { pressOn(m_window.focusWidget(), key, modifiers); }
    Q_SCRIPTABLE void fail()
    {
        const auto watches = m_engine.watches();
        const auto made =
            std::ranges::find_if(watches, [this](const WatchRecord &watch) { return !m_before.contains(watch.id); });
        m_engine.putWatch(ended(failing(made == watches.end() ? makeWatch(u"w8m2a"_s) : *made), Outcome::Failed));
    }

private:
    MainWindow &m_window;
    FakeEngine &m_engine;
    QMap<QString, WatchRecord> m_before;
};

} // namespace

/// Not a test by itself: PlayedWindow starts it.
TEST(PlayedWindowProcess, DISABLED_ShowsTheWindowUntilItIsQuit)
{
    const auto bus = QDBusConnection::sessionBus();
    ASSERT_TRUE(bus.isConnected());
    WindowScene scene;
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(u"window.json"_s));
    PreferencesFile preferences(folder.filePath(u"preferences.json"_s));
    std::ignore = preferences.change([](Preferences &now) { now.askedOnQuit = true; }); // prevents the question on quit
    DesktopSettings settings;
    SleepWatch sleep;
    FreedesktopNotifications desktop(bus);
    SystemTray panel;
    MainWindow window({scene.engine(), scene.clock(), memory, settings, u"ada"_s, {}});
    DesktopIntegration integration(window,
                                   {scene.engine(), scene.clock(), preferences, desktop, panel, sleep,
                                    Autostart(folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s)});
    window.show();
    scene.engine().start();
    Control control(window, scene.engine());
    auto owner = bus;
    owner.registerObject(u"/"_s, &control, QDBusConnection::ExportScriptableSlots);
    ASSERT_TRUE(owner.registerService(QString(kPlayer)));
    constexpr int kForgotten = 3; // exit code if the starting process is gone
    QTimer::singleShot(kPatience * 5, &control, [] { QCoreApplication::exit(kForgotten); });
    EXPECT_EQ(QApplication::exec(), 0);
}

/// Not a test by itself: PlayedWindow starts it for Shows::Screens.
TEST(PlayedWindowProcess, DISABLED_ShowsOneScreenAfterTheOther)
{
    auto bus = QDBusConnection::sessionBus();
    ASSERT_TRUE(bus.isConnected());
    QGuiApplication::setQuitOnLastWindowClosed(false);
    ScreensControl control;
    bus.registerObject(u"/"_s, &control, QDBusConnection::ExportScriptableSlots);
    ASSERT_TRUE(bus.registerService(QString(kPlayer)));
    constexpr int kForgotten = 3;
    QTimer::singleShot(kPatience * 15, &control, [] { QCoreApplication::exit(kForgotten); });
    EXPECT_EQ(QApplication::exec(), 0);
}

PlayedWindow::PlayedWindow(PrivateBus &bus, const VirtualDisplay &display, Bridge bridge, Shows shows)
    : m_bus(bus.connection())
{
    auto environment = display.environment(bus.address());
    if (bridge == Bridge::Accessibility)
        environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {u"--gtest_also_run_disabled_tests"_s,
                     u"--gtest_filter=PlayedWindowProcess.DISABLED_%1"_s.arg(shows == Shows::Desktop
                                                                                 ? u"ShowsTheWindowUntilItIsQuit"_s
                                                                                 : u"ShowsOneScreenAfterTheOther"_s)});
    EXPECT_TRUE(waitUntil([this] { return hasEnded() || ask(u"isVisible"_s).toBool(); }, kPatience * 3))
        << output().toStdString();
    EXPECT_FALSE(hasEnded()) << output().toStdString();
}

PlayedWindow::~PlayedWindow()
{
    end(m_process);
}

QVariant PlayedWindow::ask(const QString &what, const QVariantList &arguments)
{
    auto question = QDBusMessage::createMethodCall(QString(kPlayer), u"/"_s, QString(kPlayer), what);
    question.setArguments(arguments);
    const QDBusPendingCallWatcher answer(m_bus.asyncCall(question));
    const bool isAnswered = waitUntil([&answer] { return answer.isFinished(); });
    return isAnswered && !answer.isError() ? answer.reply().arguments().value(0) : QVariant();
}

void PlayedWindow::close()
{
    ask(u"close"_s);
}

bool PlayedWindow::isVisible()
{
    return ask(u"isVisible"_s).toBool();
}

void PlayedWindow::activate()
{
    EXPECT_TRUE(waitUntil([this] { return ask(u"activate"_s).toBool(); })) << output().toStdString();
}

void PlayedWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ask(u"press"_s, {int(key), int(modifiers)});
}

void PlayedWindow::open(const QString &screen)
{
    ask(u"open"_s, {screen});
}

QString PlayedWindow::focus()
{
    return ask(u"focus"_s).toString();
}

bool PlayedWindow::focusHasRows()
{
    return ask(u"focusHasRows"_s).toBool();
}

void PlayedWindow::fail()
{
    ask(u"fail"_s);
}

QString PlayedWindow::output()
{
    m_output += QString::fromUtf8(m_process.readAll());
    return m_output;
}

bool PlayedWindow::hasPassed()
{
    return waitUntil([this] { return hasEnded(); }) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0 && output().contains("[  PASSED  ] 1 test."_L1);
}

} // namespace lynceus::test

#include "player.moc"

#endif
