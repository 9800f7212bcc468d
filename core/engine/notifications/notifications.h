#pragma once

#include "core/domain/notify/notificationpolicy.h"
#include "core/engine/facade/engine.h"
#include "core/engine/notifications/followedtasks.h"
#include "core/io/clock.h"
#include "core/io/desktop/desktopnotifications.h"

#include <QHash>
#include <QTimer>

namespace lynceus {

/// Connects the engine, the notification policy and the desktop, and handles the buttons of notifications. Lives in the
/// thread of the engine's user; construct it before Engine::start(), so that the initial load causes no notifications.
class Notifications final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kExtension = std::chrono::minutes(10);
    static constexpr Duration kSnooze = std::chrono::hours(1); ///< or until something changes

    Notifications(Engine &engine, DesktopNotifications &desktop, const Clock &clock, QObject *parent = nullptr);

    /// For processes without a clipboard: removes the copy buttons.
    void offerNoCopies() { m_offersCopies = false; }
    void setSettings(const NotificationSettings &settings);
    /// Marks all news as seen.
    void seeAll();
    /// Whether the window is in front of the user: news is then seen at once.
    void setInView(bool inView);
    /// Call after a sleep: time passed without timers.
    void checkClock();
    /// "Send me one now": shows a sample, regardless of the settings.
    void sendSample();
    /// Reports that the window could not be opened from a notification. @p why: a sentence without full stop.
    void reportMissingWindow(const QString &why);
    /// Reports that the window is in the panel now, and how to open it.
    void explainTray();

    /// Tasks of team servers that cause notifications, like watches.
    [[nodiscard]] FollowedTasks &tasks() { return m_tasks; }
    /// Number of subjects with unseen news, for window and tray.
    [[nodiscard]] int unseen() const { return m_unseen; }
    [[nodiscard]] bool failureUnseen() const { return m_failureUnseen; }

Q_SIGNALS:
    void unseenChanged(int count, bool failure);
    /// The user clicked a notification. @p watch or @p instance may be empty; @p token lets the window raise itself.
    void openRequested(const QString &watch, const QString &instance, const QString &token);
    /// Text for the clipboard. @p token lets the window raise itself.
    void copyRequested(const QString &text, const QString &token);
    /// There is no notification service, or it refused; the tray can show the text.
    void notShown(const QString &title, const QString &body, bool failure);

private:
    void takeInstance(const InstanceState &state);
    void takeWatch(const WatchRecord &watch);
    void takeTask(const WatchRecord &task, bool isNews);
    void forgetTask(const QString &id);
    void apply(const std::vector<Intent> &intents);
    void act(const QString &slot, const QString &button, const QString &token);
    void showPlain(const QString &slot, const QString &title, const QString &body);
    void tick();
    [[nodiscard]] QHash<QString, QString> instanceNames() const; ///< by id, including team servers
    [[nodiscard]] DesktopNotification textOf(const Notice &notice) const;

    Engine &m_engine;
    DesktopNotifications &m_desktop;
    const Clock &m_clock;
    NotificationPolicy m_policy;
    QTimer m_timer;
    NotificationSettings m_settings;
    QHash<QString, Notice> m_shown;
    FollowedTasks m_tasks;
    QSet<QString> m_reportedTasks; ///< ids that the policy knows
    int m_unseen = 0;
    bool m_failureUnseen = false;
    bool m_offersCopies = true;
};

} // namespace lynceus
