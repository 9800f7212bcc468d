#include "core/engine/watches/watchregistry.h"

#include "core/domain/watch/usualnotice.h"
#include "core/domain/watch/watchrequests.h"
#include "core/engine/watches/concerns.h"
#include "core/io/log/categories.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostPast = 50;

Error notFound(const QString &id)
{
    return {Error::Kind::NotFound, id, u"no watch %1 on the board"_s.arg(id), false, 0};
}

constexpr Duration kTendEvery{10'000};
// Verdict rules: a due watch waits this long for one observation.
constexpr Duration kMostOverdue{std::chrono::hours(24)};
constexpr Duration kTryBeforeGivingUp{120'000}; // after sleep or start, before that limit ends a watch
constexpr Duration kForgetEvery{std::chrono::hours(24)};
constexpr Duration kOnBoard{std::chrono::hours(24 * 7)};    // after the end; the history keeps it
constexpr Duration kFollowedOnBoard{std::chrono::hours(1)}; // the user did not register it, and there may be hundreds

/// The server's deadline on our clock; both clocks stamped the registration.
Instant ourDeadline(const WatchRecord &record)
{
    return record.registeredAt + (record.expectation.deadline - record.expectation.registeredAt);
}

} // namespace

WatchRegistry::WatchRegistry(WatchStore &store, InstanceClients &clients, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clients(clients)
    , m_clock(clock)
    , m_writer(store, [this](const QSet<QString> &ids) { return storedOf(ids); })
    , m_jumps(clock.now(), clock.steady())
    , m_awakeSince(clock.steady())
{
    connect(&m_writer, &WatchWriter::failed, this, &WatchRegistry::noticeRaised);
    connect(&m_tending, &QTimer::timeout, this, &WatchRegistry::tend);
    connect(&clients, &InstanceClients::clientChanged, this, &WatchRegistry::changeClient);
}

WatchRegistry::~WatchRegistry() = default;

Result<void> WatchRegistry::moveTo(WatchStore &newStore)
{
    auto watches = store().all().value_or(std::vector<StoredWatch>()); // nothing from a damaged store
    for (const auto &run : m_runs)
        watches.push_back(run->stored()); // newer than the store
    if (auto written = newStore.write(watches, WatchStore::Durability::Power); !written)
        return written;
    m_writer.setStore(newStore);
    return {};
}

std::vector<WatchRecord> WatchRegistry::board() const
{
    std::vector<WatchRecord> records;
    for (const auto &run : m_runs)
        records.push_back(run->record());
    return records;
}

Result<ActiveWatch *> WatchRegistry::find(const QString &id) const
{
    const auto found = std::ranges::find_if(m_runs, [&](const auto &run) { return run->record().id == id; });
    if (found == m_runs.end())
        return tl::unexpected(notFound(id));
    return found->get();
}

Result<ActiveWatch *> WatchRegistry::findRunning(const QString &id) const
{
    auto run = find(id);
    if (run && (*run)->record().isOver())
        return badInput(
            u"watch %1 has ended (%2); use watch repeat"_s.arg(id, nameOf((*run)->record().verdict.outcome)), id);
    return run;
}

Result<QString> WatchRegistry::freeId(const QStringList &taken)
{
    constexpr int kTries = 100; // of 700,000 ids; with a tenth of them in use, two attempts nearly always suffice
    for (int tries = 0; tries < kTries; ++tries) {
        const auto id = watchIdFrom(QRandomGenerator::global()->generate64());
        const auto stored = store().watch(id);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored && !taken.contains(id))
            return id;
    }
    return badInput(u"the store is full: no watch id is available"_s);
}

WatchRecord WatchRegistry::beginning(const WatchRequest &request, const QString &id)
{
    auto record = beginningOf(request, id, m_clock.now());
    if (const auto past = store().pastOf(request.application, int(kMostSamples)))
        record.expectation.usualNotice = usualNotice(*past);
    return record;
}

Result<QStringList> WatchRegistry::add(const std::vector<WatchRequest> &requests)
{
    if (auto checked = checkRequests(requests); !checked)
        return tl::unexpected(checked.error());
    QStringList ids;
    std::vector<StoredWatch> watches;
    std::vector<Replaced> replaced;
    for (const auto &request : requests) {
        const auto id = freeId(ids);
        if (!id)
            return tl::unexpected(id.error());
        ids += *id;
        watches.push_back({beginning(request, *id), {}, {}, false});
        std::ranges::move(replacedBy(request, *id), std::back_inserter(replaced));
    }
    auto all = watches;
    for (const auto &[run, ended] : replaced)
        all.push_back(ended);
    if (auto written = store().write(all, WatchStore::Durability::Power); !written)
        return tl::unexpected(written.error());
    endReplaced(std::move(replaced));
    for (auto &watch : watches)
        begin(std::move(watch));
    return ids;
}

std::vector<WatchRegistry::Replaced> WatchRegistry::replacedBy(const WatchRequest &request, const QString &id) const
{
    std::vector<Replaced> replaced;
    const auto add = [&](ActiveWatch *run) {
        if (std::ranges::find(replaced, run, &Replaced::run) == replaced.end())
            replaced.push_back({run, run->ended(Outcome::Cancelled, id)});
    };
    for (const auto &run : m_runs) {
        if (run->record().isOver() || !replaces(request, run->record().request))
            continue;
        add(run.get());
        std::ranges::for_each(children().running(*run), add);
    }
    return replaced;
}

void WatchRegistry::endReplaced(std::vector<Replaced> replaced)
{
    for (auto &[run, ended] : replaced)
        run->end(std::move(ended));
    for (const auto &[run, ended] : replaced) {
        Q_EMIT watchChanged(run->record());
        children().reportParents(run->record());
    }
}

void WatchRegistry::registerChildren(ActiveWatch &parent)
{
    for (const auto &child : parent.unregistered()) {
        if (const auto done = registerChild(parent, child); !done)
            m_writer.reportTrouble(done.error());
    }
}

Result<void> WatchRegistry::registerChild(ActiveWatch &parent, const FoundChild &child)
{
    auto [known, request] = children().wantedFor(parent, child);
    std::vector<StoredWatch> watches;
    std::vector<Replaced> replaced;
    if (request) {
        if (auto checked = checkRequests({*request}); !checked)
            return checked;
        const auto id = freeId({});
        if (!id)
            return tl::unexpected(id.error());
        watches.push_back({beginning(*request, *id), {}, {}, false});
        replaced = replacedBy(*request, *id);
        known += *id;
    }
    auto all = watches;
    for (const auto &[run, ended] : replaced)
        all.push_back(ended);
    all.push_back(parent.storedWith(known));
    // There may be hundreds, and what a power failure loses is observed again.
    if (auto written = store().write(all, WatchStore::Durability::Program); !written)
        return written;
    parent.takeRegistered(child, known);
    endReplaced(std::move(replaced));
    for (auto &watch : watches)
        begin(std::move(watch));
    for (const auto &id : std::as_const(known))
        parent.takeChild((*find(id))->record());
    Q_EMIT watchChanged(parent.record());
    return {};
}

void WatchRegistry::begin(StoredWatch watch)
{
    auto *run = adopt(std::move(watch));
    Q_EMIT watchChanged(run->record());
    run->run();
}

Result<QString> WatchRegistry::follow(const WatchRequest &request)
{
    if (auto checked = checkRequests({request}); !checked)
        return tl::unexpected(checked.error());
    const auto followed = std::ranges::count_if(m_runs, [&](const auto &run) {
        const auto &record = run->record();
        return !record.isOver() && record.request.application.instance == request.application.instance
            && !ruleOf(record.request.who).isEmpty();
    });
    if (followed >= kMostFollowed)
        return badInput(u"%1 deployments of this instance are watched by rules already"_s.arg(kMostFollowed),
                        request.application.name);
    auto id = freeId({});
    if (!id)
        return id;
    StoredWatch watch{beginning(request, *id), {}, {}, false};
    if (auto written = store().write({watch}, WatchStore::Durability::Program); !written)
        return tl::unexpected(written.error());
    begin(std::move(watch));
    return id;
}

bool WatchRegistry::hasRelease(const QString &name) const
{
    return std::ranges::any_of(m_runs, [&](const auto &run) { return run->record().request.release == name; });
}

Result<QStringList> WatchRegistry::repeat(const QStringList &ids)
{
    std::vector<WatchRecord> records;
    for (const auto &id : ids) {
        auto stored = store().watch(id);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored)
            return tl::unexpected(notFound(id));
        records.push_back(std::move((*stored)->record));
    }
    return add(repeatedRequests(records));
}

Result<void> WatchRegistry::extend(const QString &id, Duration by)
{
    auto run = findRunning(id);
    if (!run)
        return tl::unexpected(run.error());
    if (by <= Duration{0} || by > kLongestTimeout)
        return badInput(
            u"a watch can be extended by more than zero and at most %1"_s.arg(formatDuration(kLongestTimeout)));
    auto extended = children().running(**run);
    extended.insert(extended.begin(), *run);
    std::vector<StoredWatch> watches;
    for (auto *each : extended) {
        each->extend(by);
        watches.push_back(each->stored());
    }
    m_writer.write(watches, WatchStore::Durability::Power);
    for (const auto *each : extended)
        Q_EMIT watchChanged(each->record());
    return {};
}

Result<void> WatchRegistry::cancel(const QString &id)
{
    auto run = findRunning(id);
    if (!run)
        return tl::unexpected(run.error());
    const auto running = children().running(**run);
    end(**run, Outcome::Cancelled);
    for (auto *child : running)
        end(*child, Outcome::Cancelled);
    return {};
}

Result<void> WatchRegistry::snooze(const QString &id, Duration how)
{
    auto run = find(id);
    if (!run)
        return tl::unexpected(run.error());
    (*run)->snooze(how > Duration{0} ? std::optional(m_clock.now() + how) : std::nullopt);
    m_writer.write({(*run)->stored()}, WatchStore::Durability::Program);
    Q_EMIT watchChanged((*run)->record());
    return {};
}

Result<void> WatchRegistry::setNote(const QString &id, const QString &note)
{
    auto run = find(id);
    if (!run)
        return tl::unexpected(run.error());
    const auto checked = checkedNote(note);
    if (!checked)
        return tl::unexpected(checked.error());
    (*run)->setNote(*checked);
    reportRemark(**run);
    return {};
}

Result<void> WatchRegistry::setTakenBy(const QString &id, const QString &who)
{
    auto run = find(id);
    if (!run)
        return tl::unexpected(run.error());
    const auto checked = checkedNote(who);
    if (!checked)
        return tl::unexpected(checked.error());
    (*run)->setTakenBy(*checked);
    reportRemark(**run);
    return {};
}

/// User input: it must survive a power failure.
void WatchRegistry::reportRemark(const ActiveWatch &run)
{
    m_writer.write({run.stored()}, WatchStore::Durability::Power);
    Q_EMIT watchChanged(run.record());
}

Result<void> WatchRegistry::dismiss(const QString &id)
{
    auto run = find(id);
    if (!run)
        return tl::unexpected(run.error());
    if (!(*run)->record().isOver())
        return badInput(u"watch %1 is still running: cancel it first"_s.arg(id), id);
    (*run)->dismiss();
    if (auto written = store().write({(*run)->stored()}, WatchStore::Durability::Program); !written)
        return written;
    m_writer.forget(id);
    std::erase_if(m_runs, [&](const auto &one) { return one.get() == *run; });
    Q_EMIT watchRemoved(id);
    return {};
}

void WatchRegistry::cancelAllOf(const QString &instance)
{
    for (const auto &run : m_runs) {
        if (!run->record().isOver() && run->record().request.application.instance == instance)
            end(*run, Outcome::Cancelled);
    }
}

void WatchRegistry::end(ActiveWatch &run, Outcome outcome)
{
    run.end(run.ended(outcome));
    m_writer.write({run.stored()}, WatchStore::Durability::Power);
    Q_EMIT watchChanged(run.record());
    children().reportParents(run.record());
}

Result<std::vector<WatchRecord>> WatchRegistry::history(const HistoryQuery &query)
{
    flush();
    return store().history(query);
}

Result<std::vector<TimelineEntry>> WatchRegistry::timeline(const QString &id)
{
    if (const auto run = find(id)) // newer than the store, which may be full
        return (*run)->stored().timeline;
    return store().timeline(id);
}

Result<WatchDetails> WatchRegistry::details(const QString &id)
{
    if (const auto run = find(id)) { // newer than the store
        auto now = (*run)->stored();
        return WatchDetails{std::move(now.record), std::move(now.timeline)};
    }
    auto stored = store().watch(id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return tl::unexpected(Error{Error::Kind::NotFound, id, u"no such watch: %1"_s.arg(id), false, 0});
    return WatchDetails{std::move((*stored)->record), std::move((*stored)->timeline)};
}

const Application *WatchRegistry::readByWatch(const ApplicationKey &application) const
{
    for (const auto &run : m_runs) {
        if (const auto *read = run->record().request.application == application ? run->application() : nullptr)
            return read;
    }
    return nullptr;
}

RolloutTimes WatchRegistry::times(const ApplicationKey &application, const std::vector<DeploymentRecord> &history)
{
    const auto past = store().pastOf(application, kMostPast);
    return rolloutTimes(past.value_or(std::vector<WatchRecord>{}), history);
}

std::vector<StoredWatch> WatchRegistry::storedOf(const QSet<QString> &ids) const
{
    std::vector<StoredWatch> watches;
    for (const auto &run : m_runs) {
        if (ids.contains(run->record().id))
            watches.push_back(run->stored());
    }
    return watches;
}

Result<void> WatchRegistry::restore()
{
    auto stored = store().board();
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
        m_writer.write(old, WatchStore::Durability::Program);
    forgetOld();
    for (const auto &run : m_runs) {
        if (run->record().isOver())
            continue;
        for (const auto &child : children().records(*run))
            run->takeChild(child);
    }
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
    connect(run, &ActiveWatch::childrenWanted, this, [this, run] { registerChildren(*run); });
    connect(run, &ActiveWatch::observed, this, [this, run] { m_writer.writeSoon(run->record().id); });
    if (!m_tending.isActive())
        m_tending.start(kTendEvery);
    return run;
}

void WatchRegistry::takeChange(ActiveWatch &run)
{
    m_writer.writeSoon(run.record().id);
    if (run.record().isOver())
        flush(); // a verdict is stored before it is reported
    Q_EMIT watchChanged(run.record());
    children().reportParents(run.record());
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
    if (changes.fromCache)
        return;
    for (const auto &run : m_runs) {
        if (concerns(changes, run->record()))
            run->checkAgain();
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
    const auto forgotten = store().retain(m_forgotAt, m_limits ? m_limits() : RetentionLimits());
    if (!forgotten) // it will work tomorrow, or at the next start
        qCInfo(logStore).noquote() << "history was not shortened:" << forgotten.error().message;
}

/// Successful watches of rules leave the board soon; history and deployments keep them.
void WatchRegistry::dismissFollowed()
{
    QStringList ids;
    for (const auto &run : m_runs) {
        const auto &record = run->record();
        const bool isGood =
            record.verdict.outcome == Outcome::Deployed || record.verdict.outcome == Outcome::Superseded;
        if (isGood && record.endedAt && m_clock.now() - *record.endedAt > kFollowedOnBoard
            && !ruleOf(record.request.who).isEmpty())
            ids += record.id;
    }
    for (const auto &id : std::as_const(ids))
        std::ignore = dismiss(id); // retried later if it cannot be written
}

/// A due watch waits for one complete observation, with a limit.
void WatchRegistry::tend()
{
    noteJump();
    const auto now = m_clock.now();
    const auto steady = m_clock.steady();
    if (now - m_forgotAt >= kForgetEvery)
        forgetOld();
    dismissFollowed();
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
