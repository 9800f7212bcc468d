#pragma once

#include "app/gui/tray/panelicon.h"
#include "app/gui/tray/traystate.h"
#include "core/engine/facade/engine.h"
#include "core/engine/notifications/notifications.h"
#include "core/io/clock.h"
#include "core/io/settings/preferencesfile.h"

#include <QMenu>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace lynceus {

/// The tray icon with its menu. Optional: without a tray, the program is complete.
///
/// Appears and disappears with the desktop's tray at run time. Construct before Engine::start().
class Tray final : public QObject
{
    Q_OBJECT
public:
    Tray(Engine &engine, Notifications &notifications, PreferencesFile &preferences, const Clock &clock,
         PanelIcon &icon, QObject *parent = nullptr);

    /// True if a closed window may hide, because the tray can show it again. Notifies the user the first time.
    [[nodiscard]] bool takesWindow();
    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] const TrayState &state() const { return m_state; }
    [[nodiscard]] QMenu *menu() { return &m_menu; }
    /// Checks for a tray now; a timer does so every few seconds.
    void check();

Q_SIGNALS:
    /// @p watch may be empty.
    void showRequested(const QString &watch);
    void newWatchRequested();
    void quitRequested();
    /// The tray disappeared: a window hidden in it must be shown.
    void vanished();
    /// Why a command failed, in one sentence.
    void troubled(const QString &sentence);

private:
    struct Entry
    {
        QString text; ///< empty: a separator
        std::optional<StateRole> role;
        std::function<void()> act; ///< null: disabled

        [[nodiscard]] bool isSeparator() const { return text.isEmpty(); }
    };

    void refresh();
    void draw();
    void fillMenu();
    [[nodiscard]] std::vector<Entry> entries();
    void addWatches(std::vector<Entry> &entries, const std::vector<const WatchRecord *> &watches);
    void addNews(std::vector<Entry> &entries);
    void pauseAll(bool pause);
    void mute(bool mute);
    [[nodiscard]] bool isMuted() const;
    [[nodiscard]] QString lineOf(const WatchRecord &watch, const QString &state) const;
    [[nodiscard]] QString timeOf(const WatchRecord &watch) const;

    Engine &m_engine;
    Notifications &m_notifications;
    PreferencesFile &m_preferences;
    const Clock &m_clock;
    PanelIcon &m_icon;
    TrayState m_state;
    QMenu m_menu;
    std::vector<Entry> m_entries; ///< in menu order
    QTimer m_checkTimer;
    QTimer m_refill;
    QTimer m_draw;
    bool m_there = false;
};

} // namespace lynceus
