#include "core/domain/notify/notificationpolicy.h"
#include "core/domain/notify/notificationslots.h"

#include <algorithm>

namespace lynceus {

using namespace detail;

namespace {

constexpr qsizetype kMostAtOnce = 3;     // banners that a person can read when they come together
constexpr int kFailureBannersPerDay = 5; // by themselves; then they share one that is always shown

} // namespace

std::optional<Instant> NotificationPolicy::heldUntil(const QString &name, const Slot &slot, Instant now) const
{
    if (m_settings.mutedUntil && *m_settings.mutedUntil > now)
        return m_settings.mutedUntil;
    if (isFailure(slot.news->kind) && !name.startsWith(kReleasePrefix)) // of a release each failure was told already
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
        if (!slot.news || slot.news->sign == slot.told)
            continue;
        if (!m_settings.tells(slot.news->kind)) {
            withdraw(entry.key(), intents);
            markTold(entry.key());
            continue;
        }
        const auto watch = m_watches.constFind(entry.key().mid(kWatchPrefix.size()));
        const bool snoozed = entry.key().startsWith(kWatchPrefix) && watch != m_watches.constEnd()
            && watch->snoozedUntil && *watch->snoozedUntil > now && stateSign(*watch) == slot.snoozedSign;
        if (slot.news->kind != NoticeKind::Started && !snoozed)
            slot.unseen = slot.news->kind;
        slot.due = snoozed ? watch->snoozedUntil : heldUntil(entry.key(), slot, now);
        if (slot.due)
            withdraw(entry.key(), intents); // what is shown there is not true any more
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
        else if (isFailure(slot.news->kind) && !name.startsWith(kReleasePrefix))
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
    const bool merges =
        fresh.size() > kMostAtOnce || m_failureBanners.spent(now) + fresh.size() > kFailureBannersPerDay;
    if (merges) { // in place it comes up once more: critical banners stay until they are read
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
    const auto left = m_settings.bannersPerDay - m_banners.spent(now);
    if (fresh.size() <= kMostAtOnce && fresh.size() < left) { // the last one is the summary's
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
        for (const auto &name : fresh) // window and tray count it
            markTold(name);
    }
}

void NotificationPolicy::markTold(const QString &name)
{
    auto &slot = m_slots[name];
    slot.told = slot.news->sign;
    if (slot.news->kind != NoticeKind::Unreachable)
        return;
    m_toldUnreachable.clear();
    for (const auto &instance : instancesOf(name))
        m_toldUnreachable.append(instance.id);
}

void NotificationPolicy::show(const QString &name, Intent::Act act, Intents &intents)
{
    markTold(name);
    for (auto &merged : m_merged)
        merged.removeAll(name);
    m_slots[name].open = true;
    intents.push_back({act, noticeOf(name)});
}

void NotificationPolicy::merge(const QString &name, const Batch &batch, Intent::Act act, Intents &intents)
{
    auto &merged = m_merged[name];
    for (const auto &each : batch) {
        markTold(each);
        merged.removeAll(each);
        merged.append(each);
    }
    m_slots[name].open = true;
    auto notice = mergedNotice(name);
    if (act == Intent::Act::Replace && name == kSummarySlot)
        notice.urgency = Urgency::Low; // changes, but does not come up again
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

std::vector<InstanceNews> NotificationPolicy::instancesOf(const QString &slot) const
{
    std::vector<InstanceNews> instances;
    const bool isBack = slot == kUnreachableSlot && m_slots.value(slot).news.value_or(News{}).kind == NoticeKind::Back;
    for (const auto &known : m_instances) {
        const auto &id = known.news.id;
        const bool meant =
            slot == kUnreachableSlot ? (isBack ? m_toldUnreachable : m_unreachable).contains(id) : slot == ofSignIn(id);
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
    notice.urgency = slot == kFailuresSlot ? Urgency::Critical : Urgency::Normal;
    notice.buttons = {NoticeButton::Open};
    for (const auto &name : merged) {
        for (const auto &watch : watchesOf(name))
            notice.watches.push_back(watch);
        for (const auto &instance : instancesOf(name))
            notice.instances.push_back(instance);
    }
    return notice;
}

} // namespace lynceus
