#pragma once

#include "app/gui/preferences/shortcutregistry.h"
#include "app/gui/tray/tray.h"
#include "app/gui/widgets/theme.h"
#include "core/domain/link/watchlink.h"
#include "core/engine/notifications/notifications.h"
#include "core/engine/owner/runningwatches.h"
#include "core/io/desktop/autostart.h"
#include "core/io/ipc/singlewindow.h"

#include <QCoreApplication>
#include <QPointer>

#include <functional>

namespace lynceus {

class MainWindow;
class PreferencesDialog;
class SleepWatch;

/// On Wayland only the program that has the focus may set the clipboard; what others set is dropped without a word.
[[nodiscard]] bool clipboardNeedsFocus();

/// What the desktop around the window needs; all of it outlives DesktopIntegration.
struct DesktopParts
{
    Engine &engine; ///< not started yet
    const Clock &clock;
    PreferencesFile &preferences;
    DesktopNotifications &notifications;
    PanelIcon &panel;
    SleepWatch &sleep;
    Autostart autostart = Autostart::ofThisProgram();
    bool clipboardNeedsFocus = lynceus::clipboardNeedsFocus();
    bool raisingNeedsToken = lynceus::clipboardNeedsFocus(); ///< the same desktops
    Theme *theme = nullptr;                                  ///< follows the preferences; null: nobody chooses one
    bool asksOnQuit = true;                                  ///< running watches can go on without the window
    std::function<void()> endProgram = &QCoreApplication::quit;
};

/// Joins the window with the desktop around it: notifications, tray, preferences, second starts and links.
class DesktopIntegration final : public QObject
{
    Q_OBJECT
public:
    DesktopIntegration(MainWindow &window, const DesktopParts &parts, QObject *parent = nullptr);
    ~DesktopIntegration() override;

    /// How the window was started, by this process or by a later one: raises it, and takes links and actions of the
    /// desktop entry. What is about an instance waits until the instances are known.
    void take(const WindowCall &call);
    /// Ends the program; while watches run, once asks what becomes of them.
    void quit();
    void showPreferences();
    [[nodiscard]] const ShortcutRegistry &shortcuts() const { return m_shortcuts; }
    [[nodiscard]] Tray &tray() { return m_tray; }
    [[nodiscard]] Notifications &notifications() { return m_notifications; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const Preferences &preferences);
    void connectNotifications();
    void connectTray();
    void addCommands();
    void raise(const QString &token);
    void raiseWithoutToken();
    void copy(const QString &text, const QString &token);
    void noteFocus();
    void offerCopy(bool active);
    void copyWaiting();
    [[nodiscard]] bool mustAsk() const;
    void ask();
    void quitAnd(bool watchesGoOn);
    void openLinks();

    MainWindow &m_window;
    Engine &m_engine;
    PreferencesFile &m_preferences;
    Autostart m_autostart;
    Notifications m_notifications;
    Tray m_tray;
    ShortcutRegistry m_shortcuts;
    QStringList m_links;          ///< waiting
    bool m_newWatchAsked = false; ///< as m_links
    QString m_toCopy;             ///< waits until the clipboard takes it
    bool m_isOffered = false;     ///< m_toCopy, to a clipboard that may want a key first
    QPointer<PreferencesDialog> m_dialog;
    QPointer<QDialog> m_question; ///< about running watches
    RunningWatches m_running;
    Theme *m_theme;
    Preferences::Direction m_direction = Preferences::Direction::System; ///< applied
    bool m_asksOnQuit;
    std::function<void()> m_endProgram;
    bool m_clipboardNeedsFocus;
    bool m_raisingNeedsToken;
    bool m_quitting = false;
};

} // namespace lynceus
