#pragma once

#include "core/domain/notify/notificationpolicy.h"

namespace lynceus::test::policy {

/// Runs a policy with a fake clock and records its intents for the desktop.
class PolicyRun final
{
public:
    explicit PolicyRun(const NotificationSettings &settings = {}, bool started = true);

    void watch(const WatchRecord &watch) { take(policy.watchChanged(watch, now)); }
    void removeWatch(const QString &id) { take(policy.watchRemoved(id, now)); }
    void instance(const QString &id, InstanceNews::State state);
    void settings(const NotificationSettings &settings) { take(policy.setSettings(settings, now)); }
    void seeAll() { take(policy.seenAll()); }
    /// Advances the clock, with all ticks that the policy requests.
    void advance(Duration by);
    /// Waits until events are combined.
    void settle() { advance(std::chrono::seconds(1)); }
    /// Simulates that the user closes the notification.
    void close(const QString &slot);

    /// Intents since the last call: "show watch:a deployed", "withdraw watch:a".
    [[nodiscard]] QStringList news();
    [[nodiscard]] const Notice &shown(const QString &slot) const { return m_shown.find(slot).value(); }
    [[nodiscard]] QStringList open() const { return m_shown.keys(); }

    NotificationPolicy policy;
    Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours(9)};
    std::vector<Intent> intents; ///< all so far
    std::vector<Instant> times;  ///< times of the intents

private:
    void take(const std::vector<Intent> &more);

    QMap<QString, Notice> m_shown;
    std::size_t m_read = 0;
};

[[nodiscard]] WatchRecord watchOf(const QString &id, const QString &release = {});
[[nodiscard]] WatchRecord failing(WatchRecord watch, Cause::Kind kind = Cause::Kind::CrashLoop);
[[nodiscard]] WatchRecord healed(WatchRecord watch);
[[nodiscard]] WatchRecord ended(WatchRecord watch, Outcome outcome);
[[nodiscard]] WatchRecord snoozed(WatchRecord watch, Instant until);

} // namespace lynceus::test::policy
