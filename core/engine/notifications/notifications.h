#pragma once

#include "core/domain/notify/notificationpolicy.h"
#include "core/engine/facade/engine.h"
#include "core/engine/notifications/followedtasks.h"
#include "core/io/clock.h"
#include "core/io/desktop/desktopnotifications.h"

#include <QHash>
#include <QTimer>

namespace lynceus {

/// Joins what happens (Engine), the policy that decides what of it is told, and the desktop; carries out its buttons.
/// Lives in the thread of the engine's user; construct it before Engine::start(), so that the first load stays silent.
class Notifications final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kExtension = std::chrono::minutes(10);
    static constexpr Duration kSnooze = std::chrono::hours(1); ///< or until something changes

    Notifications(Engine &engine, DesktopNotifications &desktop, const Clock &clock, QObject *parent = nullptr);

    /// In a process without a clipboard: nothing is offered to be copied.
    void offerNoCopies() { m_offersCopies = false; }
    void setSettings(const NotificationSettings &settings);
    /// The person looks at the window: nothing is unseen any more.
    void seeAll();
    /// Whether the window is in front of the person: what happens meanwhile is not unseen.
    void setLookedAt(bool lookedAt);
    /// Time may have gone by without timers: after a sleep.
    void lookAtClock();
    /// "Send me one now": what a notification looks like here, whatever the settings say.
    void sendSample();
    /// That the window, which a notification was to open, did not come. @p why: a sentence without full stop.
    void tellOfMissingWindow(const QString &why);
    /// That the window is in the panel now, and how to have it back.
    void tellOfTray();

    /// The tasks of team servers that are told of, beside watches.
    [[nodiscard]] FollowedTasks &tasks() { return m_tasks; }
    /// How many subjects have news that nobody saw: for window and tray.
    [[nodiscard]] int unseen() const { return m_unseen; }
    [[nodiscard]] bool failureUnseen() const { return m_failureUnseen; }

Q_SIGNALS:
    void unseenChanged(int count, bool failure);
    /// A notification was clicked. @p watch or @p instance may be empty; @p token lets the window raise itself.
    void openRequested(const QString &watch, const QString &instance, const QString &token);
    /// For the clipboard. @p token lets the window raise itself.
    void copyRequested(const QString &text, const QString &token);
    /// There is no service, or it refused: the tray may say it.
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
    [[nodiscard]] QHash<QString, QString> instanceNames() const; ///< with team servers, by id
    [[nodiscard]] DesktopNotification wordsOf(const Notice &notice) const;

    Engine &m_engine;
    DesktopNotifications &m_desktop;
    const Clock &m_clock;
    NotificationPolicy m_policy;
    QTimer m_timer;
    NotificationSettings m_settings;
    QHash<QString, Notice> m_shown;
    FollowedTasks m_tasks;
    QSet<QString> m_toldTasks; ///< ids that the policy knows
    int m_unseen = 0;
    bool m_failureUnseen = false;
    bool m_offersCopies = true;
};

} // namespace lynceus
