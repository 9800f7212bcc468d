#include "core/domain/notify/notificationpolicy.h"

#include "core/domain/notify/notificationslots.h"
#include "core/domain/watch/watchrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace detail;

namespace {

constexpr Duration kTogether =
    std::chrono::milliseconds(500); // for simultaneous news; from event to banner stays below 1 s
constexpr Duration kUnreachableGrace = std::chrono::seconds(60); // a restart, or a change of networks
constexpr Duration kWarnAgain = std::chrono::minutes(10);        // for problems that alternate with recovery
constexpr Duration kClockWasSet = std::chrono::seconds(2);

constexpr qsizetype kMostAtOnce = 3;   // banners that can be read at the same time
constexpr qsizetype kMostFailures = 5; // single banners in ten minutes; further ones share one that names all

/// Reported individually with its cause. Failures of a release were already reported one by one.
bool isTrouble(const QString &name, NoticeKind kind)
{
    return (isFailure(kind) || kind == NoticeKind::Failing) && !name.startsWith(kReleasePrefix);
}

} // namespace

NotificationPolicy::Intents NotificationPolicy::setSettings(const NotificationSettings &settings, Instant now)
{
    m_settings = settings;
    for (auto &slot : m_slots) { // held news is evaluated again
        if (slot.due)
            slot.due = now;
    }
    return tick(now);
}

NotificationPolicy::Intents NotificationPolicy::watchChanged(const WatchRecord &watch, Instant now)
{
    Intents intents;
    const auto before = m_watches.constFind(watch.id);
    const bool isNew = before == m_watches.constEnd();
    const auto snoozedBefore = isNew ? std::nullopt : before->snoozedUntil;
    m_watches.insert(watch.id, watch);
    consider(ofWatch(watch.id), wanted(newsOf(watch), watch), now, intents);
    snooze(watch, snoozedBefore, now, intents);
    if (!watch.request.release.isEmpty())
        considerRelease(watch, isNew, now, intents);
    return intents;
}

void NotificationPolicy::setRules(const std::vector<FollowRule> &rules)
{
    m_rules.clear();
    for (const auto &rule : rules)
        m_rules.insert(rule.name, rule.notify);
}

/// All watches of a release have the same rule, or none.
std::optional<News> NotificationPolicy::wanted(std::optional<News> news, const WatchRecord &watch) const
{
    const auto rule = ruleOf(watch.request.who);
    if (rule.isEmpty() || !news)
        return news;
    const auto notify = m_rules.value(rule, FollowRule::Notify::Problems);
    const bool isWanted =
        notify == FollowRule::Notify::All || (notify == FollowRule::Notify::Problems && isProblem(news->kind));
    return isWanted ? news : std::nullopt;
}

void NotificationPolicy::considerRelease(const WatchRecord &watch, bool isNew, Instant now, Intents &intents)
{
    const auto name = ofRelease(watch.request.release);
    if (isNew) {
        const auto outcomes = outcomesOf(name);
        const bool allOver = std::ranges::find(outcomes, Outcome::Waiting) == outcomes.end();
        if (allOver) { // the name is reused: a new round
            forget(name, intents);
            m_releases[name] = {};
        }
        m_releases[name].append(watch.id);
    }
    consider(name, wanted(newsOfRelease(outcomesOf(name)), watch), now, intents);
}

void NotificationPolicy::snooze(const WatchRecord &watch, std::optional<Instant> before, Instant now, Intents &intents)
{
    auto &slot = m_slots[ofWatch(watch.id)];
    if (!watch.snoozedUntil || watch.snoozedUntil == before)
        return;
    slot.snoozedSign = stateSign(watch);
    slot.warnedAt.reset();
    withdraw(ofWatch(watch.id), intents);
    if (slot.news && slot.news->kind != NoticeKind::Started && *watch.snoozedUntil > now) {
        slot.reported.clear(); // if still true after the snooze, it is news again
        slot.asked.clear();
        slot.due = *watch.snoozedUntil;
    }
}

NotificationPolicy::Intents NotificationPolicy::watchRemoved(const QString &id, Instant)
{
    Intents intents;
    const auto release = m_watches.value(id).request.release;
    m_watches.remove(id);
    forget(ofWatch(id), intents);
    if (!release.isEmpty()) {
        auto &round = m_releases[ofRelease(release)];
        round.removeAll(id);
        if (round.isEmpty()) {
            m_releases.remove(ofRelease(release));
            forget(ofRelease(release), intents);
        }
    }
    refreshMerged(intents);
    return intents;
}

bool NotificationPolicy::isBaseline(const KnownInstance &known, const InstanceNews &news) const
{
    if (!known.baseline || known.news.state != InstanceNews::State::Connecting)
        return false;
    return !m_started || std::ranges::none_of(m_watches, [&news](const WatchRecord &watch) {
        return !watch.isOver() && watch.request.application.instance == news.id;
    });
}

NotificationPolicy::Intents NotificationPolicy::instanceChanged(const InstanceNews &instance, Instant now)
{
    Intents intents;
    auto &known = m_instances[instance.id];
    const bool changed = known.news.id.isEmpty() || known.news.state != instance.state;
    const bool silent = isBaseline(known, instance);
    if (changed) {
        known.since = now;
        known.baseline = silent || instance.state == InstanceNews::State::Connecting;
    }
    known.news = instance;
    const bool signIn = instance.state == InstanceNews::State::SignIn;
    const auto name = ofSignIn(instance.id);
    if (signIn && changed && silent)
        m_slots[name].reported = nameOf(NoticeKind::SignInNeeded);
    consider(name,
             signIn ? std::optional(News{NoticeKind::SignInNeeded, nameOf(NoticeKind::SignInNeeded)}) : std::nullopt,
             now, intents);
    considerUnreachable(now, intents);
    return intents;
}

NotificationPolicy::Intents NotificationPolicy::instanceRemoved(const QString &id, Instant now)
{
    Intents intents;
    m_instances.remove(id);
    m_reportedUnreachable.removeAll(id);
    forget(ofSignIn(id), intents);
    considerUnreachable(now, intents);
    refreshMerged(intents);
    return intents;
}

void NotificationPolicy::considerUnreachable(Instant now, Intents &intents)
{
    const auto before = std::exchange(m_unreachable, {});
    for (auto known = m_instances.cbegin(); known != m_instances.cend(); ++known) {
        if (known->news.state == InstanceNews::State::Unreachable && !known->baseline
            && now - known->since >= kUnreachableGrace)
            m_unreachable.append(known.key());
    }
    // Only an outage that was not reported is news, not that some, but not all, are back.
    m_reportedOutages.removeIf([this](const QString &id) { return !m_unreachable.contains(id); });
    const auto isNew = [this](const QString &id) { return !m_reportedOutages.contains(id); };
    const bool hasNew = std::ranges::any_of(m_unreachable, isNew);
    const auto sign = nameOf(NoticeKind::Unreachable) + u' ' + m_unreachable.join(u' ');
    if (!m_unreachable.isEmpty() && !hasNew)
        m_slots[kUnreachableSlot].reported = sign;
    const auto reported = m_slots[kUnreachableSlot].reported;
    std::optional<News> news;
    if (!m_unreachable.isEmpty())
        news = News{NoticeKind::Unreachable, sign};
    else if (!m_reportedUnreachable.isEmpty())
        news = News{NoticeKind::Back,
                    m_isBackReported ? reported : nameOf(NoticeKind::Back) + u' ' + m_reportedUnreachable.join(u' ')};
    consider(kUnreachableSlot, news, now, intents);
    const auto &slot = m_slots[kUnreachableSlot];
    const bool isOutdated = slot.open && !m_unreachable.isEmpty() && !hasNew && m_unreachable != before;
    if (isOutdated && !heldUntil(kUnreachableSlot, slot, now)) {
        auto notice = noticeOf(kUnreachableSlot);
        notice.urgency = Urgency::Low; // updates without appearing again
        intents.push_back({Intent::Act::Replace, notice});
    }
}

void NotificationPolicy::consider(const QString &name, std::optional<News> news, Instant now, Intents &intents)
{
    auto &slot = m_slots[name];
    if (news && news->kind == NoticeKind::Started && slot.known && slot.news != news)
        news.reset(); // it heals: the warning is withdrawn instead
    slot.known = true;
    slot.news = news;
    if (!news) {
        slot.due.reset();
        slot.reported.clear();
        slot.unseen.reset();
        withdraw(name, intents);
        refreshMerged(intents);
        return;
    }
    if (!m_started || slot.asked.contains(news->sign)) // the initial load is silent
        slot.reported = news->sign;
    if (news->sign == slot.reported) {
        slot.due.reset();
        return;
    }
    if (slot.due && *slot.due <= now + kTogether)
        return; // later news does not delay it
    slot.due = now + kTogether;
    const bool warning = news->kind == NoticeKind::Failing || news->kind == NoticeKind::Unreachable;
    if (warning && slot.warnedAt && !slot.open)
        slot.due = std::max(*slot.due, *slot.warnedAt + kWarnAgain);
}

NotificationPolicy::Intents NotificationPolicy::tick(Instant now)
{
    Intents intents;
    if (now < m_now - kClockWasSet) { // the clock was set back: due times would be too far in the future
        for (auto &slot : m_slots) {
            if (slot.due)
                slot.due = now;
        }
    }
    m_now = now;
    considerUnreachable(now, intents);
    deliver(due(now, intents), now, intents);
    return intents;
}

std::optional<Instant> NotificationPolicy::wakeAt() const
{
    std::optional<Instant> next;
    const auto take = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    for (const auto &slot : m_slots) {
        if (slot.due)
            take(*slot.due);
    }
    for (const auto &known : m_instances) {
        const auto reportAt = known.since + kUnreachableGrace;
        if (known.news.state == InstanceNews::State::Unreachable && !known.baseline && reportAt > m_now)
            take(reportAt);
    }
    return next;
}

void NotificationPolicy::closed(const QString &slot)
{
    m_merged.remove(slot);
    if (const auto found = m_slots.find(slot); found != m_slots.end())
        found->open = false;
}

NotificationPolicy::Intents NotificationPolicy::seenAll()
{
    Intents intents;
    for (auto slot = m_slots.begin(); slot != m_slots.end(); ++slot) {
        slot->unseen.reset();
        withdraw(slot.key(), intents);
    }
    m_merged.clear();
    return intents;
}

int NotificationPolicy::unseen() const
{
    return static_cast<int>(std::ranges::count_if(m_slots, [](const Slot &slot) { return slot.unseen.has_value(); }));
}

bool NotificationPolicy::failureUnseen() const
{
    return std::ranges::any_of(m_slots, [](const Slot &slot) { return slot.unseen && isFailure(*slot.unseen); });
}

void NotificationPolicy::withdraw(const QString &name, Intents &intents)
{
    auto &slot = m_slots[name];
    if (!slot.open)
        return;
    slot.open = false;
    Notice notice;
    notice.slot = name;
    intents.push_back({Intent::Act::Withdraw, notice});
}

void NotificationPolicy::forget(const QString &name, Intents &intents)
{
    withdraw(name, intents);
    m_slots.remove(name);
}

std::optional<Instant> NotificationPolicy::heldUntil(const QString &name, const Slot &slot, Instant now) const
{
    if (m_settings.mutedUntil && *m_settings.mutedUntil > now)
        return m_settings.mutedUntil;
    const auto kind = slot.news->kind;
    const bool wasReported =
        isFailure(kind) && name.startsWith(kReleasePrefix); // each failure of the release was reported
    if (m_settings.notifiesInQuietHours(kind) && !wasReported)
        return {};
    return m_settings.quietHours.quietUntil(now, m_settings.zone);
}

NotificationPolicy::Batch NotificationPolicy::due(Instant now, Intents &intents)
{
    Batch batch;
    for (auto entry = m_slots.begin(); entry != m_slots.end(); ++entry) {
        auto &slot = *entry;
        if (!slot.due || *slot.due > now)
            continue;
        slot.due.reset();
        if (!slot.news || slot.news->sign == slot.reported)
            continue;
        if (!m_settings.notifies(slot.news->kind)) {
            withdraw(entry.key(), intents);
            markReported(entry.key());
            continue;
        }
        const auto watch = m_watches.constFind(entry.key().mid(kWatchPrefix.size()));
        const bool snoozed = entry.key().startsWith(kWatchPrefix) && watch != m_watches.constEnd()
            && watch->snoozedUntil && *watch->snoozedUntil > now && stateSign(*watch) == slot.snoozedSign;
        if (slot.news->kind != NoticeKind::Started && !snoozed && !m_isInView)
            slot.unseen = slot.news->kind;
        slot.due = snoozed ? watch->snoozedUntil : heldUntil(entry.key(), slot, now);
        if (slot.due)
            withdraw(entry.key(), intents); // it is no longer true
        else
            batch.append(entry.key());
    }
    return batch;
}

void NotificationPolicy::deliver(const Batch &batch, Instant now, Intents &intents)
{
    Batch failures;
    Batch others;
    for (const auto &name : batch) {
        auto &slot = m_slots[name];
        if (slot.news->kind == NoticeKind::Failing || slot.news->kind == NoticeKind::Unreachable)
            slot.warnedAt = now;
        if (slot.open)
            show(name, Intent::Act::Replace, intents);
        else if (isTrouble(name, slot.news->kind))
            failures.append(name);
        else
            others.append(name);
    }
    deliverFailures(failures, now, intents);
    deliverOthers(others, now, intents);
}

void NotificationPolicy::deliverFailures(const Batch &fresh, Instant now, Intents &intents)
{
    if (fresh.isEmpty())
        return;
    if (m_failureBanners.spent(now) + fresh.size()
        > kMostFailures) { // replacing brings it up again: critical banners stay until read
        merge(kFailuresSlot, fresh, m_slots[kFailuresSlot].open ? Intent::Act::Replace : Intent::Act::Show, intents);
        return;
    }
    for (const auto &name : fresh) {
        m_failureBanners.spend(now);
        show(name, Intent::Act::Show, intents);
    }
}

void NotificationPolicy::deliverOthers(const Batch &fresh, Instant now, Intents &intents)
{
    if (fresh.isEmpty())
        return;
    const auto left = m_settings.bannersPerTenMinutes - m_banners.spent(now);
    if (fresh.size() <= kMostAtOnce && fresh.size() < left) { // the last one is for the summary
        for (const auto &name : fresh) {
            m_banners.spend(now);
            show(name, Intent::Act::Show, intents);
        }
        return;
    }
    if (m_slots[kSummarySlot].open) {
        merge(kSummarySlot, fresh, Intent::Act::Replace, intents);
    } else if (left > 0) {
        m_banners.spend(now);
        merge(kSummarySlot, fresh, Intent::Act::Show, intents);
    } else {
        putOff(fresh, m_banners.freeAt(now, m_settings.bannersPerTenMinutes));
    }
}

/// Until there is room; window and tray count it at once. Without any banners, only they show it.
void NotificationPolicy::putOff(const Batch &batch, std::optional<Instant> until)
{
    for (const auto &name : batch) {
        if (until)
            m_slots[name].due = until;
        else
            markReported(name);
    }
}

void NotificationPolicy::markReported(const QString &name)
{
    auto &slot = m_slots[name];
    slot.reported = slot.news->sign;
    if (slot.news->kind == NoticeKind::NeedsAttention)
        slot.asked.append(slot.reported);
    if (slot.news->kind == NoticeKind::Back)
        m_isBackReported = true;
    if (slot.news->kind != NoticeKind::Unreachable)
        return;
    if (std::exchange(m_isBackReported, false))
        m_reportedUnreachable.clear();
    m_reportedOutages = m_unreachable;
    for (const auto &instance : instancesOf(name)) {
        if (!m_reportedUnreachable.contains(instance.id))
            m_reportedUnreachable.append(instance.id);
    }
}

void NotificationPolicy::show(const QString &name, Intent::Act act, Intents &intents)
{
    markReported(name);
    for (auto &merged : m_merged)
        merged.removeAll(name);
    m_slots[name].open = true;
    intents.push_back({act, noticeOf(name)});
}

void NotificationPolicy::merge(const QString &name, const Batch &batch, Intent::Act act, Intents &intents)
{
    auto &merged = m_merged[name];
    for (const auto &each : batch) {
        markReported(each);
        merged.removeAll(each);
        merged.append(each);
    }
    m_slots[name].open = true;
    auto notice = mergedNotice(name);
    if (act == Intent::Act::Replace && name == kSummarySlot)
        notice.urgency = Urgency::Low; // updates without appearing again
    intents.push_back({act, notice});
}

void NotificationPolicy::refreshMerged(Intents &intents)
{
    for (auto merged = m_merged.begin(); merged != m_merged.end(); ++merged) {
        const auto gone = merged->removeIf([this](const QString &name) {
            const auto slot = m_slots.constFind(name);
            return slot == m_slots.constEnd() || !slot->news;
        });
        if (gone == 0 || !m_slots[merged.key()].open)
            continue;
        if (merged->isEmpty()) {
            withdraw(merged.key(), intents);
            continue;
        }
        auto notice = mergedNotice(merged.key());
        notice.urgency = Urgency::Low;
        intents.push_back({Intent::Act::Replace, notice});
    }
}

std::vector<WatchRecord> NotificationPolicy::watchesOf(const QString &slot) const
{
    auto ids = slot.startsWith(kWatchPrefix) ? QStringList{slot.mid(kWatchPrefix.size())} : m_releases.value(slot);
    std::vector<WatchRecord> watches;
    for (const auto &id : ids) {
        if (const auto watch = m_watches.constFind(id); watch != m_watches.constEnd())
            watches.push_back(*watch);
    }
    return watches;
}

/// Outcomes of the watches in the release's current round, without copying them: a rule for everything may have
/// hundreds.
std::vector<Outcome> NotificationPolicy::outcomesOf(const QString &release) const
{
    std::vector<Outcome> outcomes;
    const auto round = m_releases.constFind(release);
    if (round == m_releases.constEnd())
        return outcomes;
    for (const auto &id : *round) {
        if (const auto watch = m_watches.constFind(id); watch != m_watches.constEnd())
            outcomes.push_back(watch->verdict.outcome);
    }
    return outcomes;
}

std::vector<InstanceNews> NotificationPolicy::instancesOf(const QString &slot) const
{
    std::vector<InstanceNews> instances;
    const bool isBack = slot == kUnreachableSlot && m_slots.value(slot).news.value_or(News{}).kind == NoticeKind::Back;
    for (const auto &known : m_instances) {
        const auto &id = known.news.id;
        const bool meant = slot == kUnreachableSlot ? (isBack ? m_reportedUnreachable : m_unreachable).contains(id)
                                                    : slot == ofSignIn(id);
        if (meant)
            instances.push_back(known.news);
    }
    return instances;
}

Notice NotificationPolicy::noticeOf(const QString &slot) const
{
    Notice notice;
    notice.slot = slot;
    notice.kind = m_slots[slot].news->kind;
    notice.watches = watchesOf(slot);
    notice.instances = instancesOf(slot);
    const bool isRelease = slot.startsWith(kReleasePrefix);
    if (isRelease)
        notice.release = slot.mid(kReleasePrefix.size());
    notice.urgency = isRelease && isFailure(notice.kind) ? Urgency::Normal : urgencyOf(notice.kind);
    notice.buttons = notice.watches.size() == 1 && !isRelease ? buttonsFor(notice.kind, notice.watches.front())
                                                              : std::vector{NoticeButton::Open};
    return notice;
}

Notice NotificationPolicy::mergedNotice(const QString &slot) const
{
    const auto merged = m_merged.value(slot);
    if (merged.size() == 1) {
        auto notice = noticeOf(merged.front());
        notice.slot = slot;
        return notice;
    }
    Notice notice;
    notice.slot = slot;
    notice.kind = m_slots[merged.front()].news->kind;
    notice.merged = true;
    notice.urgency = Urgency::Normal;
    notice.buttons = {NoticeButton::Open};
    for (const auto &name : merged) {
        if (isFailure(m_slots[name].news->kind)) {
            notice.urgency = slot == kFailuresSlot ? Urgency::Critical : Urgency::Normal;
            notice.kind = m_slots[name].news->kind;
        }
        for (const auto &watch : watchesOf(name))
            notice.watches.push_back(watch);
        for (const auto &instance : instancesOf(name))
            notice.instances.push_back(instance);
    }
    return notice;
}

} // namespace lynceus
