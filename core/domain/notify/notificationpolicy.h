#pragma once

#include "core/domain/follow/followrule.h"
#include "core/domain/notify/bannerbudget.h"
#include "core/domain/notify/news.h"
#include "core/domain/notify/notificationsettings.h"

#include <QMap>
#include <QSet>

namespace lynceus {

/// Decides what the desktop is told, and when: a fold over what happens, without a clock, words or a desktop.
///
/// - One notification a subject ("slot"): a watch, a release, an instance's sign-in, all unreachable instances
/// together.
///   It is replaced in place, and withdrawn when what it said is not true any more.
/// - What is known before started() is silent, as is an instance's first state unless watches run there.
/// - A release speaks once at its start, once at its end and once for each real failure.
/// - What is failing or has failed has a banner of its own, with its cause; more than five in ten minutes share one
/// that
///   names all of them. It is never part of a summary of what went well.
/// - Of the rest, what comes together is merged; after NotificationSettings::bannersPerTenMinutes banners it goes into
///   one summary that changes in place, or waits until there is room for one.
/// - Quiet hours hold what the settings do not let through, muting holds all; afterwards what is still true is told,
/// merged.
/// - A snoozed watch is silent until its time is over or something changes.
///
/// Values in, values out: each function returns what is to be done at once. What needs a moment (so that others may
/// join) comes out of tick(): call it at wakeAt().
class NotificationPolicy final
{
public:
    using Intents = std::vector<Intent>;

    [[nodiscard]] Intents setSettings(const NotificationSettings &settings, Instant now);
    /// What is told of watches that follow rules registered; of those of a rule that is gone, problems.
    void setRules(const std::vector<FollowRule> &rules);
    /// Everything that was there before is known now.
    void started() { m_started = true; }
    [[nodiscard]] Intents watchChanged(const WatchRecord &watch, Instant now);
    [[nodiscard]] Intents watchRemoved(const QString &id, Instant now);
    [[nodiscard]] Intents instanceChanged(const InstanceNews &instance, Instant now);
    [[nodiscard]] Intents instanceRemoved(const QString &id, Instant now);
    [[nodiscard]] Intents tick(Instant now);

    /// The person closed it, or the desktop let it expire.
    void closed(const QString &slot);
    /// The person looks at the window: nothing is unseen any more, and what said so goes.
    [[nodiscard]] Intents seenAll();

    /// Whether the person has the window in front of them: what is told meanwhile is shown, but is not unseen.
    void setLookedAt(bool lookedAt) { m_lookedAt = lookedAt; }

    /// When time alone may change something.
    [[nodiscard]] std::optional<Instant> wakeAt() const;
    /// How many subjects have news that nobody saw, shown, held or merged.
    [[nodiscard]] int unseen() const;
    /// Of those, whether one is a failure.
    [[nodiscard]] bool failureUnseen() const;

private:
    struct Slot
    {
        std::optional<News> news;   // as it is now
        QString told;               // the sign of what was told last
        bool known = false;         // a start is news only once
        bool open = false;          // the desktop shows it
        std::optional<Instant> due; // when it is told
        std::optional<Instant> warnedAt;
        QStringList asked;   // signs of NeedsAttention that were told: each once
        QString snoozedSign; // what it looked like when it was snoozed
        std::optional<NoticeKind> unseen;
    };
    struct KnownInstance
    {
        InstanceNews news;
        Instant since{};      // in this state
        bool baseline = true; // nothing but its first state was seen
    };
    using Batch = QStringList; // of slots

    void consider(const QString &name, std::optional<News> news, Instant now, Intents &intents);
    [[nodiscard]] std::optional<News> wanted(std::optional<News> news, const WatchRecord &watch) const;
    void considerRelease(const WatchRecord &watch, bool isNew, Instant now, Intents &intents);
    void considerUnreachable(Instant now, Intents &intents);
    /// @p before is until when the watch was snoozed before this change.
    void snooze(const WatchRecord &watch, std::optional<Instant> before, Instant now, Intents &intents);
    void withdraw(const QString &name, Intents &intents);
    void forget(const QString &name, Intents &intents);
    void refreshMerged(Intents &intents);

    [[nodiscard]] std::optional<Instant> heldUntil(const QString &name, const Slot &slot, Instant now) const;
    [[nodiscard]] Batch due(Instant now, Intents &intents);
    void deliver(const Batch &batch, Instant now, Intents &intents);
    void deliverFailures(const Batch &fresh, Instant now, Intents &intents);
    void deliverOthers(const Batch &fresh, Instant now, Intents &intents);
    void show(const QString &name, Intent::Act act, Intents &intents);
    void merge(const QString &name, const Batch &batch, Intent::Act act, Intents &intents);
    void putOff(const Batch &batch, std::optional<Instant> until);
    void markTold(const QString &name);

    [[nodiscard]] bool isBaseline(const KnownInstance &known, const InstanceNews &news) const;
    [[nodiscard]] std::vector<WatchRecord> watchesOf(const QString &slot) const;
    [[nodiscard]] std::vector<Outcome> outcomesOf(const QString &release) const;
    [[nodiscard]] std::vector<InstanceNews> instancesOf(const QString &slot) const;
    [[nodiscard]] Notice noticeOf(const QString &slot) const;
    [[nodiscard]] Notice mergedNotice(const QString &slot) const;

    NotificationSettings m_settings;
    QMap<QString, FollowRule::Notify> m_rules; ///< by name
    bool m_started = false;
    bool m_lookedAt = false;
    Instant m_now{};
    QMap<QString, Slot> m_slots; // sorted: the same events always give the same intents
    QMap<QString, WatchRecord> m_watches;
    QMap<QString, QStringList> m_releases; // the watches of a release's present round
    QMap<QString, KnownInstance> m_instances;
    QStringList m_unreachable; // for longer than a moment
    QStringList m_toldUnreachable;
    QMap<QString, Batch> m_merged; // what the shared banners speak of
    BannerBudget m_banners;
    BannerBudget m_failureBanners;
};

} // namespace lynceus
