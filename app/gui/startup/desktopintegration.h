#pragma once

#include "app/gui/preferences/shortcutregistry.h"
#include "app/gui/tray/tray.h"
#include "app/gui/widgets/style/theme.h"
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

/// True on Wayland, where only the program with the focus can set the clipboard; other attempts are dropped without an
/// error.
[[nodiscard]] bool clipboardNeedsFocus();

/// What DesktopIntegration works with; everything referenced must outlive it.
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
    bool raisingNeedsToken = lynceus::clipboardNeedsFocus(); ///< also on Wayland
    Theme *theme = nullptr;                                  ///< follows the preferences; may be null
    bool asksOnQuit = true;                                  ///< ask whether running watches continue
    std::function<void()> endProgram = &QCoreApplication::quit;
};

/// Connects the window to the desktop: notifications, tray, preferences, repeated starts of the program, and links.
class DesktopIntegration final : public QObject
{
    Q_OBJECT
public:
    DesktopIntegration(MainWindow &window, const DesktopParts &parts, QObject *parent = nullptr);
    ~DesktopIntegration() override;

    /// Handles a start of the program, of this process or of a later one: raises the window and opens links and actions
    /// of the desktop entry. Links that need an instance wait until the instances are loaded.
    void take(const WindowCall &call);
    /// Ends the program. While watches run, first asks once whether they continue in the background.
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
    QStringList m_links;          ///< not opened yet: the instances are not loaded
    bool m_newWatchAsked = false; ///< deferred like m_links
    QString m_toCopy;             ///< text to copy once the clipboard accepts it
    bool m_isOffered = false;     ///< m_toCopy was set, but the compositor may require a key press first
    QPointer<PreferencesDialog> m_dialog;
    QPointer<QDialog> m_question; ///< whether running watches continue
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
