#include "core/engine/watches/watchregistry.h"

#include "core/domain/watch/watchrequests.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kFlushAgain{5'000};
constexpr int kMostPast = 50;

Error notFound(const QString &id)
{
    return {Error::Kind::NotFound, id, u"there is no watch %1 on the board"_s.arg(id), false, 0};
}

} // namespace

WatchRegistry::WatchRegistry(WatchStore &store, InstanceClients &clients, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(&store)
    , m_clients(clients)
    , m_clock(clock)
    , m_jumps(clock.now(), clock.steady())
    , m_awakeSince(clock.steady())
{
    m_flushing.setSingleShot(true);
    connect(&m_flushing, &QTimer::timeout, this, &WatchRegistry::flush);
    connect(&m_tending, &QTimer::timeout, this, &WatchRegistry::tend);
    connect(&clients, &InstanceClients::clientChanged, this, &WatchRegistry::changeClient);
}

WatchRegistry::~WatchRegistry() = default;

Result<void> WatchRegistry::moveTo(WatchStore &store)
{
    auto watches = m_store->all().value_or(std::vector<StoredWatch>()); // nothing of a damaged one
    for (const auto &run : m_runs)
        watches.push_back(run->stored()); // newer
    if (auto written = store.write(watches, WatchStore::Durability::Power); !written)
        return written;
    m_store = &store;
    m_unwritten.clear();
    m_toldTrouble = false;
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
            u"the watch %1 is over (%2): repeat it instead"_s.arg(id, nameOf((*run)->record().verdict.outcome)), id);
    return run;
}

Result<QString> WatchRegistry::freeId(const QStringList &taken)
{
    constexpr int kTries = 100; // of 700 thousand ids: with a tenth of them taken it needs two at most, nearly always
    for (int tries = 0; tries < kTries; ++tries) {
        const auto id = watchIdFrom(QRandomGenerator::global()->generate64());
        const auto stored = m_store->watch(id);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored && !taken.contains(id))
            return id;
    }
    return badInput(u"there are too many watches in the store: no id is left"_s);
}

Result<QStringList> WatchRegistry::add(const std::vector<WatchRequest> &requests)
{
    if (auto checked = checkRequests(requests); !checked)
        return tl::unexpected(checked.error());
    QStringList ids;
    std::vector<StoredWatch> watches;
    std::vector<std::pair<ActiveWatch *, StoredWatch>> replaced;
    for (const auto &request : requests) {
        const auto id = freeId(ids);
        if (!id)
            return tl::unexpected(id.error());
        ids += *id;
        watches.push_back({beginningOf(request, *id, m_clock.now()), {}, {}, false});
        for (const auto &run : m_runs) {
            if (!run->record().isOver() && replaces(request, run->record().request))
                replaced.emplace_back(run.get(), run->ended(Outcome::Cancelled, *id));
        }
    }
    auto all = watches;
    for (const auto &[run, ended] : replaced)
        all.push_back(ended);
    if (auto written = m_store->write(all, WatchStore::Durability::Power); !written)
        return tl::unexpected(written.error());
    for (auto &[run, ended] : replaced) {
        run->end(std::move(ended));
        Q_EMIT watchChanged(run->record());
    }
    for (auto &watch : watches) {
        auto *run = adopt(std::move(watch));
        Q_EMIT watchChanged(run->record());
        run->run();
    }
    return ids;
}

Result<QStringList> WatchRegistry::repeat(const QStringList &ids)
{
    std::vector<WatchRequest> requests;
    for (const auto &id : ids) {
        const auto stored = m_store->watch(id);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored)
            return tl::unexpected(notFound(id));
        requests.push_back((*stored)->record.request);
    }
    return add(requests);
}

Result<void> WatchRegistry::extend(const QString &id, Duration by)
{
    auto run = findRunning(id);
    if (!run)
        return tl::unexpected(run.error());
    if (by <= Duration{0} || by > kLongestTimeout)
        return badInput(
            u"a watch is extended by more than nothing and at most %1"_s.arg(formatDuration(kLongestTimeout)));
    (*run)->extend(by);
    std::ignore = write({(*run)->stored()}, WatchStore::Durability::Power);
    Q_EMIT watchChanged((*run)->record());
    return {};
}

Result<void> WatchRegistry::cancel(const QString &id)
{
    auto run = findRunning(id);
    if (!run)
        return tl::unexpected(run.error());
    end(**run, Outcome::Cancelled);
    return {};
}

Result<void> WatchRegistry::snooze(const QString &id, Duration how)
{
    auto run = find(id);
    if (!run)
        return tl::unexpected(run.error());
    (*run)->snooze(how > Duration{0} ? std::optional(m_clock.now() + how) : std::nullopt);
    std::ignore = write({(*run)->stored()}, WatchStore::Durability::Program);
    Q_EMIT watchChanged((*run)->record());
    return {};
}

Result<void> WatchRegistry::dismiss(const QString &id)
{
    auto run = find(id);
    if (!run)
        return tl::unexpected(run.error());
    if (!(*run)->record().isOver())
        return badInput(u"the watch %1 still runs: cancel it first"_s.arg(id), id);
    (*run)->dismiss();
    if (auto written = m_store->write({(*run)->stored()}, WatchStore::Durability::Program); !written)
        return written;
    m_unwritten.remove(id);
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
    std::ignore = write({run.stored()}, WatchStore::Durability::Power);
    Q_EMIT watchChanged(run.record());
}

Result<std::vector<WatchRecord>> WatchRegistry::history(const HistoryQuery &query)
{
    flush();
    return m_store->history(query);
}

Result<std::vector<TimelineEntry>> WatchRegistry::timeline(const QString &id)
{
    if (const auto run = find(id)) // newer than the store, which may be full
        return (*run)->stored().timeline;
    return m_store->timeline(id);
}

Result<WatchDetails> WatchRegistry::story(const QString &id)
{
    if (const auto run = find(id)) { // newer than the store
        auto now = (*run)->stored();
        return WatchDetails{std::move(now.record), std::move(now.timeline)};
    }
    auto stored = m_store->watch(id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return tl::unexpected(Error{Error::Kind::NotFound, id, u"there is no watch %1"_s.arg(id), false, 0});
    return WatchDetails{std::move((*stored)->record), std::move((*stored)->timeline)};
}

RolloutTimes WatchRegistry::times(const ApplicationKey &application, const std::vector<DeploymentRecord> &history)
{
    const auto past = m_store->pastOf(application, kMostPast);
    return rolloutTimes(past.value_or(std::vector<WatchRecord>{}), history);
}

bool WatchRegistry::write(const std::vector<StoredWatch> &watches, WatchStore::Durability durability)
{
    const auto written = m_store->write(watches, durability);
    for (const auto &watch : watches) {
        if (written)
            m_unwritten.remove(watch.record.id);
        else
            m_unwritten.insert(watch.record.id);
    }
    if (written) {
        m_toldTrouble = false;
        return true;
    }
    m_flushing.start(kFlushAgain);
    if (!std::exchange(m_toldTrouble, true))
        Q_EMIT noticeRaised(written.error().message);
    return false;
}

void WatchRegistry::flush()
{
    m_flushing.stop();
    std::vector<StoredWatch> watches;
    bool over = false;
    for (const auto &run : m_runs) {
        if (!m_unwritten.contains(run->record().id))
            continue;
        watches.push_back(run->stored());
        over = over || run->record().isOver();
    }
    if (!watches.empty())
        std::ignore = write(watches, over ? WatchStore::Durability::Power : WatchStore::Durability::Program);
}

} // namespace lynceus
