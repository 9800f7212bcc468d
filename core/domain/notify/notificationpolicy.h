#pragma once

#include "core/domain/follow/followrule.h"
#include "core/domain/notify/bannerbudget.h"
#include "core/domain/notify/news.h"
#include "core/domain/notify/notificationsettings.h"

#include <QMap>
#include <QSet>

namespace lynceus {

/// Decides which notifications the desktop shows, and when. Folds events without a clock, texts or a desktop.
///
/// - One notification per subject ("slot"): a watch, a release, an instance's sign-in, all unreachable instances
///   together. It is replaced in place, and withdrawn when it is no longer true.
/// - What is known before started() causes no notification, nor does an instance's first state unless it has watches.
/// - A release is reported at its start, at its end and once for each failure.
/// - A failing or failed subject has its own banner with the cause; more than five in ten minutes share one that names
///   all of them. It is never part of a summary of successes.
/// - Other news that arrive together are merged; after NotificationSettings::bannersPerTenMinutes banners they go into
///   one summary that is updated in place, or wait until there is room for one.
/// - Quiet hours hold what the settings do not allow, muting holds everything; afterwards, what is still true is
///   reported, merged.
/// - A snoozed watch is silent until the snooze ends or something changes.
///
/// Each function returns what to do at once. Notifications that wait for others come from tick(): call it at wakeAt().
class NotificationPolicy final
{
public:
    using Intents = std::vector<Intent>;

    [[nodiscard]] Intents setSettings(const NotificationSettings &settings, Instant now);
    /// Which news of watches of follow rules are reported; for rules that were removed, problems.
    void setRules(const std::vector<FollowRule> &rules);
    /// Everything that existed before is known now.
    void started() { m_started = true; }
    [[nodiscard]] Intents watchChanged(const WatchRecord &watch, Instant now);
    [[nodiscard]] Intents watchRemoved(const QString &id, Instant now);
    [[nodiscard]] Intents instanceChanged(const InstanceNews &instance, Instant now);
    [[nodiscard]] Intents instanceRemoved(const QString &id, Instant now);
    [[nodiscard]] Intents tick(Instant now);

    /// The user closed it, or the desktop let it expire.
    void closed(const QString &slot);
    /// The user looks at the window: marks everything as seen and withdraws its notifications.
    [[nodiscard]] Intents seenAll();

    /// Whether the window is in front of the user. News is then shown but counts as seen.
    void setInView(bool inView) { m_isInView = inView; }

    /// When time alone may change something.
    [[nodiscard]] std::optional<Instant> wakeAt() const;
    /// Number of subjects with unseen news: shown, held or merged.
    [[nodiscard]] int unseen() const;
    /// Whether one of the unseen is a failure.
    [[nodiscard]] bool failureUnseen() const;

private:
    struct Slot
    {
        std::optional<News> news;   // current
        QString reported;           // sign that was last reported
        bool known = false;         // a start is news only once
        bool open = false;          // the desktop shows it
        std::optional<Instant> due; // when to report it
        std::optional<Instant> warnedAt;
        QStringList asked;   // signs of NeedsAttention that were reported
        QString snoozedSign; // its sign when it was snoozed
        std::optional<NoticeKind> unseen;
    };
    struct KnownInstance
    {
        InstanceNews news;
        Instant since{};      // start of this state
        bool baseline = true; // only its first state was seen
    };
    using Batch = QStringList; // names of slots

    void consider(const QString &name, std::optional<News> news, Instant now, Intents &intents);
    [[nodiscard]] std::optional<News> wanted(std::optional<News> news, const WatchRecord &watch) const;
    void considerRelease(const WatchRecord &watch, bool isNew, Instant now, Intents &intents);
    void considerUnreachable(Instant now, Intents &intents);
    /// @p before: end of the snooze before this change.
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
    void markReported(const QString &name);

    [[nodiscard]] bool isBaseline(const KnownInstance &known, const InstanceNews &news) const;
    [[nodiscard]] std::vector<WatchRecord> watchesOf(const QString &slot) const;
    [[nodiscard]] std::vector<Outcome> outcomesOf(const QString &release) const;
    [[nodiscard]] std::vector<InstanceNews> instancesOf(const QString &slot) const;
    [[nodiscard]] Notice noticeOf(const QString &slot) const;
    [[nodiscard]] Notice mergedNotice(const QString &slot) const;

    NotificationSettings m_settings;
    QMap<QString, FollowRule::Notify> m_rules; ///< by name
    bool m_started = false;
    bool m_isInView = false;
    Instant m_now{};
    QMap<QString, Slot> m_slots; // sorted, so that the same events always give the same intents
    QMap<QString, WatchRecord> m_watches;
    QMap<QString, QStringList> m_releases; // the watches in the current round of a release
    QMap<QString, KnownInstance> m_instances;
    QStringList m_unreachable;         // ids; not only for a moment
    QStringList m_reportedUnreachable; // since the last notification that instances are back, and in it
    QStringList m_reportedOutages;     // of the instances that are unreachable now
    bool m_isBackReported = false;     // all of m_reportedUnreachable were reported as back
    QMap<QString, Batch> m_merged;     // contents of the shared banners
    BannerBudget m_banners;
    BannerBudget m_failureBanners;
};

} // namespace lynceus
