// How WatchRegistry keeps its watches going: from the store, with their clients, through sleep, and to their end.
#include "core/engine/watches/watchregistry.h"
#include "core/io/log/categories.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kTendEvery{10'000};
constexpr Duration kFlushAfter{700};                     // a kill may cost a second of observations
constexpr Duration kMostOverdue{std::chrono::hours(24)}; // verdict rules: so long a due watch waits for one look
constexpr Duration kTryBeforeGivingUp{120'000};          // after sleep or start, before that limit ends anything
constexpr Duration kForgetEvery{std::chrono::hours(24)};
constexpr Duration kOnBoard{std::chrono::hours(24 * 7)}; // since its end; history keeps it

/// The server's deadline on our clock: both stamped the registration.
Instant ourDeadline(const WatchRecord &record)
{
    return record.registeredAt + (record.expectation.deadline - record.expectation.registeredAt);
}

} // namespace

Result<void> WatchRegistry::restore()
{
    auto stored = m_store->board();
    if (!stored)
        return tl::unexpected(stored.error());
    std::vector<StoredWatch> old;
    for (auto &watch : *stored) {
        if (watch.record.endedAt && m_clock.now() - *watch.record.endedAt > kOnBoard) {
            watch.dismissed = true;
            old.push_back(std::move(watch));
            continue;
        }
        Q_EMIT watchChanged(adopt(std::move(watch))->record());
    }
    if (!old.empty())
        std::ignore = write(old, WatchStore::Durability::Program);
    forgetOld();
    for (const auto &run : m_runs)
        run->run();
    m_tending.start(kTendEvery);
    return {};
}

ActiveWatch *WatchRegistry::adopt(StoredWatch watch)
{
    auto *run = m_runs.emplace_back(std::make_unique<ActiveWatch>(std::move(watch), m_clients, m_clock, nullptr)).get();
    run->setFed(m_fed.contains(run->record().request.application.instance));
    connect(run, &ActiveWatch::changed, this, [this, run] { takeChange(*run); });
    connect(run, &ActiveWatch::observed, this, [this, run] {
        m_unwritten.insert(run->record().id);
        if (!m_flushing.isActive())
            m_flushing.start(kFlushAfter);
    });
    if (!m_tending.isActive())
        m_tending.start(kTendEvery);
    return run;
}

void WatchRegistry::takeChange(ActiveWatch &run)
{
    m_unwritten.insert(run.record().id);
    if (run.record().isOver())
        flush(); // a verdict is in the store before anybody hears of it
    else if (!m_flushing.isActive())
        m_flushing.start(kFlushAfter);
    Q_EMIT watchChanged(run.record());
}

void WatchRegistry::changeClient(const QString &instance)
{
    for (const auto &run : m_runs) {
        if (run->record().request.application.instance != instance)
            continue;
        run->pause();
        run->run();
    }
}

void WatchRegistry::takeChanges(const ChangeSet &changes)
{
    const auto isOf = [](const ActiveWatch &run, const ApplicationKey &key) {
        const auto &application = run.record().expectation.application;
        return application.name == key.name && application.instance == key.instance
            && (application.nameSpace.isEmpty() || application.nameSpace == key.nameSpace);
    };
    for (const auto &run : m_runs) {
        const auto changed = std::ranges::any_of(
            changes.changed, [&](const ChangeSet::Changed &change) { return isOf(*run, change.entry.key); });
        const auto removed =
            std::ranges::any_of(changes.removed, [&](const ApplicationKey &key) { return isOf(*run, key); });
        const auto inserted =
            std::ranges::any_of(changes.inserted, [&](const ApplicationEntry &entry) { return isOf(*run, entry.key); });
        if ((changed || removed || inserted) && !changes.fromCache)
            run->lookAgain();
    }
}

void WatchRegistry::setFed(const QString &instance, bool fed)
{
    if (fed)
        m_fed.insert(instance);
    else
        m_fed.remove(instance);
    for (const auto &run : m_runs) {
        if (run->record().request.application.instance == instance)
            run->setFed(fed);
    }
}

void WatchRegistry::wakeUp()
{
    noteJump();
    for (const auto &run : m_runs)
        run->wakeUp();
}

void WatchRegistry::noteJump()
{
    if (m_jumps.take(m_clock.now(), m_clock.steady()))
        m_awakeSince = m_clock.steady();
}

void WatchRegistry::forgetOld()
{
    m_forgotAt = m_clock.now();
    const auto forgotten = m_store->retain(m_forgotAt, m_limits ? m_limits() : RetentionLimits());
    if (!forgotten) // it will tomorrow, or at the next start
        qCInfo(logStore).noquote() << "history was not cut:" << forgotten.error().message;
}

/// A watch that is due waits for one complete look, but not for ever.
void WatchRegistry::tend()
{
    noteJump();
    const auto now = m_clock.now();
    const auto steady = m_clock.steady();
    if (now - m_forgotAt >= kForgetEvery)
        forgetOld();
    for (const auto &run : m_runs) {
        const auto &record = run->record();
        if (record.isOver() || now < ourDeadline(record) + kMostOverdue)
            continue;
        const auto tryingSince = run->isRunning() ? std::max(m_awakeSince, run->runningSince()) : m_awakeSince;
        if (steady - tryingSince >= kTryBeforeGivingUp)
            end(*run, Outcome::Aborted);
    }
}

} // namespace lynceus
