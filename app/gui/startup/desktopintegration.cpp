#include "app/gui/startup/desktopintegration.h"

#include "app/gui/preferences/preferencesdialog.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/style/density.h"
#include "app/gui/widgets/style/layoutdirection.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/io/desktop/sleepwatch.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>

#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

bool clipboardNeedsFocus()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1);
}

namespace {

QString copyHint()
{
    return DesktopIntegration::tr(
        "If the clipboard does not contain the cause yet, press a key or click in this window.");
}

} // namespace

DesktopIntegration::DesktopIntegration(MainWindow &window, const DesktopParts &parts, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_engine(parts.engine)
    , m_preferences(parts.preferences)
    , m_autostart(parts.autostart)
    , m_notifications(parts.engine, parts.notifications, parts.clock)
    , m_tray(parts.engine, m_notifications, parts.preferences, parts.clock, parts.panel)
    , m_shortcuts(parts.preferences)
    , m_running(parts.engine)
    , m_theme(parts.theme)
    , m_asksOnQuit(parts.asksOnQuit)
    , m_endProgram(parts.endProgram)
    , m_clipboardNeedsFocus(parts.clipboardNeedsFocus)
    , m_raisingNeedsToken(parts.raisingNeedsToken)
{
    connect(&m_engine, &Engine::started, this, &DesktopIntegration::openLinks);
    connect(&m_preferences, &PreferencesFile::changed, this, &DesktopIntegration::follow);
    follow(m_preferences.now());
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &DesktopIntegration::noteFocus);
    connect(&parts.sleep, &SleepWatch::wokeUp, &m_notifications, &Notifications::checkClock);
    connectNotifications();
    connectTray();
    addCommands();
    window.installEventFilter(this);
    qApp->installEventFilter(this);                    // to notice when the application quits
    QGuiApplication::setQuitOnLastWindowClosed(false); // closing a dialog while the window is hidden must not quit
}

DesktopIntegration::~DesktopIntegration() = default;

void DesktopIntegration::follow(const Preferences &preferences)
{
    m_notifications.setSettings(preferences.notifications);
    m_window.setZone(preferences.zone());
    m_window.setEnvironments(preferences.environments);
    m_window.setWatchDefaults(preferences.deadline, preferences.observing);
    applyDensity(preferences.density);
    if (std::exchange(m_direction, preferences.direction) != preferences.direction)
        applyDirection(preferences.direction);
    if (m_theme)
        m_theme->choose(preferences.theme);
}

void DesktopIntegration::connectNotifications()
{
    connect(&m_notifications, &Notifications::openRequested, this,
            [this](const QString &watch, const QString &instance, const QString &token) {
                raise(token);
                if (!watch.isEmpty())
                    m_window.showWatch(watch);
                else if (!instance.isEmpty())
                    m_window.showInstance(instance);
            });
    connect(&m_notifications, &Notifications::copyRequested, this, &DesktopIntegration::copy);
    connect(&m_notifications, &Notifications::unseenChanged, &m_window, &MainWindow::showUnseen);
    auto &tasks = m_notifications.tasks();
    tasks.setDismissed(m_window.dismissedTasks());
    connect(&m_window, &MainWindow::tasksDismissed, &tasks, &FollowedTasks::setDismissed);
    connect(&tasks, &FollowedTasks::taskChanged, &m_window, &MainWindow::announceTask);
}

void DesktopIntegration::connectTray()
{
    connect(&m_tray, &Tray::showRequested, this, [this](const QString &watch) {
        raise({});
        if (!watch.isEmpty())
            m_window.showWatch(watch);
    });
    connect(&m_tray, &Tray::newWatchRequested, this, [this] {
        raise({});
        m_window.newWatch();
    });
    connect(&m_tray, &Tray::quitRequested, this, &DesktopIntegration::quit);
    connect(&m_window, &MainWindow::quitAsked, this, &DesktopIntegration::quit);
    connect(&m_tray, &Tray::vanished, this, [this] {
        if (!m_window.isVisible() && !m_quitting)
            m_window.show(); // without the tray icon a hidden window cannot be reopened
    });
    connect(&m_tray, &Tray::troubled, &m_window, &MainWindow::say);
}

void DesktopIntegration::addCommands()
{
    auto &commands = m_window.commands();
    auto *preferences = commands.add("window.preferences"_L1, tr("Settings…"), "settings"_L1,
                                     QKeySequence::keyBindings(QKeySequence::Preferences));
    if (preferences->shortcut().isEmpty()) // some platforms have none
        preferences->setShortcut(Qt::CTRL | Qt::Key_Comma);
    connect(preferences, &QAction::triggered, this, &DesktopIntegration::showPreferences);
    m_window.addToMenu(preferences);
    auto groups = m_window.keyGroups();
    groups.front().title.clear(); // shortcuts of the first group work everywhere and need no heading
    for (const auto &group : groups)
        m_shortcuts.add(group.title, group.actions);
}

void DesktopIntegration::showPreferences()
{
    if (!m_dialog) {
        m_dialog = new PreferencesDialog(m_engine, m_notifications, m_preferences, m_shortcuts, m_autostart, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DesktopIntegration::raise(const QString &token)
{
    // Qt 6.4 reads the xdg-activation token from the environment. Remove with Qt 6.6, which has an API for it.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized); // stays maximised
    const bool wasThere = m_window.isVisible();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    qunsetenv("XDG_ACTIVATION_TOKEN"); // Qt clears it only on Wayland; elsewhere child processes would inherit it
    if (m_raisingNeedsToken && token.isEmpty() && wasThere)
        raiseWithoutToken();
}

/// On Wayland a window cannot raise itself without a token, and some notification services provide none. Compositors
/// raise a newly shown window or mark it as demanding attention, so the window is hidden and shown again.
void DesktopIntegration::raiseWithoutToken()
{
    if (QApplication::activeWindow())
        return;
    if (!QApplication::activeModalWidget()) { // its modal dialog would stay behind
        m_window.hide();
        m_window.show();
    }
    QApplication::alert(&m_window);
}

/// If copying needs the focus, raises the window and copies when it becomes active.
void DesktopIntegration::copy(const QString &text, const QString &token)
{
    if (!m_clipboardNeedsFocus)
        return copyText(text);
    m_toCopy = text;
    m_isOffered = false;
    if (!QApplication::activeWindow())
        raise(token);
    offerCopy(QApplication::activeWindow());
}

void DesktopIntegration::noteFocus()
{
    const bool active = QApplication::activeWindow(); // includes dialogs
    m_notifications.setInView(active && m_window.isVisible() && !m_window.isMinimized());
    offerCopy(active);
}

/// KWin requires only the focus. GNOME Shell and sway accept a copy only in response to a key press or click that is
/// newer than the last copy, and drop others without an error.
void DesktopIntegration::offerCopy(bool active)
{
    if (m_toCopy.isEmpty() || active == m_isOffered)
        return;
    m_isOffered = active;
    if (active) {
        copyText(m_toCopy);
        return m_window.say(copyHint());
    }
    m_toCopy.clear(); // the user may copy something else in another program
    m_window.withdraw(copyHint());
}

void DesktopIntegration::copyWaiting()
{
    if (const auto text = std::exchange(m_toCopy, {}); !text.isEmpty())
        copyText(text);
    m_isOffered = false;
    m_window.withdraw(copyHint());
}

bool DesktopIntegration::mustAsk() const
{
    return m_asksOnQuit && m_running.count() > 0 && !m_preferences.now().askedOnQuit;
}

void DesktopIntegration::quit()
{
    if (mustAsk())
        return ask();
    m_endProgram();
}

void DesktopIntegration::ask()
{
    raise({});
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    auto *box = new PlainMessageBox(QMessageBox::NoIcon, tr("Quit Lynceus"), tr("Watches are still running"),
                                    tr("A background service can keep watching and notify you. Otherwise watches stop "
                                       "until Lynceus starts again. Settings can change this later."),
                                    QMessageBox::Cancel, &m_window);
    auto *keep = box->addButton(tr("Keep watching in the background"), QMessageBox::AcceptRole);
    auto *stop = box->addButton(tr("Stop watching"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(QMessageBox::Cancel);
    connect(keep, &QPushButton::clicked, this, [this] { quitAnd(true); });
    connect(stop, &QPushButton::clicked, this, [this] { quitAnd(false); });
    m_question = box;
    box->open();
}

void DesktopIntegration::quitAnd(bool watchesGoOn)
{
    const auto kept = m_preferences.change([watchesGoOn](Preferences &preferences) {
        preferences.watchesGoOn = watchesGoOn;
        preferences.askedOnQuit = true;
    });
    if (!kept && m_preferences.now().watchesGoOn != watchesGoOn)
        return m_window.say(kept.error().message); // the stored setting applies at quit and differs from the choice
    QMetaObject::invokeMethod(this, m_endProgram, Qt::QueuedConnection); // after the dialog has closed
}

void DesktopIntegration::take(const WindowCall &call)
{
    raise(call.token);
    for (const auto &argument : call.arguments) {
        if (isLink(argument))
            m_links.append(argument);
        else if (argument == kShowBoardAction)
            m_window.showPage(MainWindow::Page::Releases);
        else if (argument == kNewWatchAction)
            m_newWatchAsked = true;
    }
    if (m_engine.state().hasStarted())
        openLinks();
}

void DesktopIntegration::openLinks()
{
    if (std::exchange(m_newWatchAsked, false))
        m_window.newWatch();
    for (const auto &link : std::exchange(m_links, {}))
        m_window.newWatch(link);
}

bool DesktopIntegration::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::Quit)
        m_quitting = true;
    if (m_isOffered && (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress))
        QMetaObject::invokeMethod(this, &DesktopIntegration::copyWaiting, Qt::QueuedConnection);
    if (watched != &m_window)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::Show)
        m_notifications.seeAll();
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show || event->type() == QEvent::Hide)
        noteFocus();
    if (event->type() == QEvent::WindowDeactivate) // a dialog of this program may become active next
        QMetaObject::invokeMethod(this, &DesktopIntegration::noteFocus, Qt::QueuedConnection);
    if (event->type() != QEvent::Close || m_quitting)
        return QObject::eventFilter(watched, event);
    if (m_tray.takesWindow()) {
        event->ignore();
        m_window.hide();
        return true;
    }
    if (mustAsk()) {
        event->ignore();
        ask();
        return true;
    }
    QMetaObject::invokeMethod(this, m_endProgram, Qt::QueuedConnection); // after the window has closed
    return false;
}

} // namespace lynceus
