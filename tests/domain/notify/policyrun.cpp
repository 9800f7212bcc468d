#include "tests/domain/notify/policyrun.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test::policy {

PolicyRun::PolicyRun(const NotificationSettings &settings, bool started)
{
    take(policy.setSettings(settings, now));
    if (started)
        policy.started();
}

void PolicyRun::instance(const QString &id, InstanceNews::State state)
{
    take(policy.instanceChanged({id, id, state, {}}, now));
}

void PolicyRun::advance(Duration by)
{
    const auto end = now + by;
    for (auto wake = policy.wakeAt(); wake && *wake <= end; wake = policy.wakeAt()) {
        now = std::max(now, *wake);
        take(policy.tick(now));
    }
    now = end;
    take(policy.tick(now));
}

void PolicyRun::close(const QString &slot)
{
    m_shown.remove(slot);
    policy.closed(slot);
}

void PolicyRun::take(const std::vector<Intent> &more)
{
    for (const auto &intent : more) {
        times.push_back(now);
        const auto &slot = intent.notice.slot;
        switch (intent.act) {
        case Intent::Act::Show:
            EXPECT_FALSE(m_shown.contains(slot)) << slot.toStdString();
            m_shown.insert(slot, intent.notice);
            break;
        case Intent::Act::Replace:
            EXPECT_TRUE(m_shown.contains(slot)) << slot.toStdString();
            m_shown.insert(slot, intent.notice);
            break;
        case Intent::Act::Withdraw:
            EXPECT_TRUE(m_shown.contains(slot)) << slot.toStdString();
            m_shown.remove(slot);
            break;
        }
        intents.push_back(intent);
    }
}

QStringList PolicyRun::news()
{
    QStringList lines;
    for (; m_read < intents.size(); ++m_read) {
        const auto &[act, notice] = intents[m_read];
        const auto &word = act == Intent::Act::Show ? u"show "_s
            : act == Intent::Act::Replace           ? u"replace "_s
                                                    : u"withdraw "_s;
        lines.append(word + notice.slot + (act == Intent::Act::Withdraw ? QString() : u' ' + nameOf(notice.kind)));
    }
    return lines;
}

WatchRecord watchOf(const QString &id, const QString &release)
{
    WatchRecord watch;
    watch.id = id;
    watch.request.application = {u"prod"_s, u"argocd"_s, id};
    watch.request.images = {{u"ghcr.io"_s, u"acme/"_s + id, u"1.5.0"_s, {}}};
    watch.request.release = release;
    watch.expectation.application = watch.request.application;
    watch.expectation.images = watch.request.images;
    return watch;
}

WatchRecord failing(WatchRecord watch, Cause::Kind kind)
{
    watch.verdict.cause = Cause{};
    watch.verdict.cause->kind = kind;
    return watch;
}

WatchRecord healed(WatchRecord watch)
{
    watch.verdict.cause.reset();
    return watch;
}

WatchRecord ended(WatchRecord watch, Outcome outcome)
{
    watch.verdict.outcome = outcome;
    return watch;
}

WatchRecord snoozed(WatchRecord watch, Instant until)
{
    watch.snoozedUntil = until;
    return watch;
}

} // namespace lynceus::test::policy
