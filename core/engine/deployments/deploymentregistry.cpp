#include "core/engine/deployments/deploymentregistry.h"

#include "core/domain/deployments/watcheddeployment.h"
#include "core/io/log/categories.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kTick{1'000};
constexpr Duration kCleanUp{std::chrono::hours(24)};
constexpr Duration kKept{std::chrono::hours(24 * 400)};
constexpr Duration kReadAgain{20'000};
constexpr Duration kReadLater{300'000};    // after several failures
constexpr Duration kLongestAbsence{5'000}; // ticks come every second; a busy computer may be late
constexpr Duration kAbandoned{std::chrono::hours(24 * 7)};
constexpr qsizetype kMostAsked = 10'000;
constexpr int kNewest = 5;        // of an application; what is added to a deployment belongs to a recent one
constexpr int kNewestNamed = 100; // of all applications with the name, because the namespace is unknown
constexpr Duration kWatchesKept{std::chrono::hours(1)}; // a verdict may arrive before the images of its deployment

} // namespace

DeploymentRegistry::DeploymentRegistry(InstanceClients &clients, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clients(clients)
    , m_clock(clock)
{
    connect(&m_ticking, &QTimer::timeout, this, &DeploymentRegistry::tick);
    connect(&m_cleaning, &QTimer::timeout, this, &DeploymentRegistry::forgetOld);
    connect(&m_later, &QTimer::timeout, this, &DeploymentRegistry::readGivenUp);
    m_later.setSingleShot(true);
    m_later.setInterval(kReadLater);
    connect(&clients, &InstanceClients::clientChanged, this, &DeploymentRegistry::changeClient);
}

DeploymentRegistry::~DeploymentRegistry() = default;

void DeploymentRegistry::setStore(std::unique_ptr<DeploymentStore> store)
{
    m_store = std::move(store);
    if (!m_store)
        return;
    if (const auto open = m_store->open()) {
        for (const auto &deployment : *open)
            restore(deployment);
    }
    forgetOld();
    m_cleaning.start(kCleanUp);
}

/// From an earlier run. Does not continue deployments that were not followed for long.
void DeploymentRegistry::restore(const Deployment &deployment)
{
    if (m_clock.now() - deployment.startedAt < kAbandoned) {
        m_tracker.restore(deployment);
        return startTicking();
    }
    DeploymentProgress abandoned(deployment, std::nullopt);
    abandoned.remove(m_clock.now());
    keep({abandoned.deployment()});
}

void DeploymentRegistry::forgetOldWatches()
{
    std::erase_if(m_watches, [&](const auto &entry) { return m_clock.now() - *entry.second.endedAt > kWatchesKept; });
}

void DeploymentRegistry::forgetOld()
{
    if (!m_store)
        return;
    const auto forgotten = m_store->retain(m_clock.now() - (m_kept ? m_kept() : kKept), DeploymentStore::kMost);
    if (!forgotten) // it will work tomorrow, or at the next start
        qCInfo(logStore).noquote() << "deployments were not shortened:" << forgotten.error().message;
}

Instant DeploymentRegistry::serverNow(const QString &instance) const
{
    const auto *client = m_clients.client(instance);
    return client ? client->serverNow() : m_clock.now();
}

DeploymentReader *DeploymentRegistry::reader(const QString &instance)
{
    auto *client = m_clients.client(instance);
    if (!client)
        return nullptr;
    auto &reader = m_readers[instance];
    if (!reader) {
        reader = std::make_unique<DeploymentReader>(client->access(), m_clients.budget(instance), m_clock);
        connect(reader.get(), &DeploymentReader::applicationRead, this, &DeploymentRegistry::takeRead);
        connect(reader.get(), &DeploymentReader::applicationGivenUp, this,
                [this](const ApplicationKey &key, bool mayWorkLater) {
                    if (!mayWorkLater)
                        m_unread.remove(key); // until its next change
                    if (!m_unread.contains(key))
                        return;
                    m_givenUp.insert(key);
                    if (!m_later.isActive())
                        m_later.start();
                });
        connect(reader.get(), &DeploymentReader::commitRead, this, &DeploymentRegistry::takeCommit);
    }
    return reader.get();
}

void DeploymentRegistry::read(const ApplicationKey &key, const QString &project)
{
    auto *source = reader(key.instance);
    if (!source)
        return; // paused
    m_readAt.insert(key, m_clock.steady());
    source->readApplication(key, project);
}

/// The requests of the previous client are lost.
void DeploymentRegistry::changeClient(const QString &instance)
{
    m_readers.erase(instance);
    const auto unread = m_unread;
    for (auto entry = unread.cbegin(); entry != unread.cend(); ++entry) {
        if (entry.key().instance == instance)
            read(entry.key(), entry.value());
    }
}

void DeploymentRegistry::readGivenUp()
{
    for (const auto &key : std::exchange(m_givenUp, {})) {
        if (const auto entry = m_unread.constFind(key); entry != m_unread.constEnd())
            read(key, QString(*entry));
    }
}

void DeploymentRegistry::takeChanges(const ChangeSet &changes)
{
    for (const auto &entry : changes.inserted) {
        if (changes.fromCache)
            m_tracker.remember(entry);
    }
    if (changes.fromCache)
        return;
    for (const auto &key : changes.removed) {
        m_unread.remove(key);
        keep(m_tracker.remove(key, serverNow(key.instance)));
    }
    const auto check = [this](const ApplicationEntry &entry) {
        if (!m_tracker.isToBeRead(entry))
            return;
        m_unread.insert(entry.key, entry.application->project);
        read(entry.key, entry.application->project);
    };
    for (const auto &entry : changes.inserted)
        check(entry);
    for (const auto &change : changes.changed)
        check(change.entry);
}

void DeploymentRegistry::takeMarks(const QString &instance, const DeploymentMarks &marks)
{
    noteAbsence();
    keep(m_tracker.take({instance, marks.nameSpace, marks.name}, marks, serverNow(instance)));
}

void DeploymentRegistry::takeRead(const ApplicationKey &key, const DeploymentMarks &marks)
{
    noteAbsence();
    keep(m_tracker.catchUp(key, marks, serverNow(key.instance)));
    if (m_unread.remove(key))
        Q_EMIT caughtUp(key.instance);
    if (!m_fed.contains(key.instance))
        m_tracker.interrupt(key); // later changes may be in no stream
    if (const auto named = m_tracker.takeManagers(key, marks.sourceManagers))
        keep({*named});
}

void DeploymentRegistry::takeCommit(const ApplicationKey &key, const QString &revision, const RevisionMetadata &commit)
{
    if (const auto known = m_tracker.takeCommit(key, revision, commit))
        return keep({*known});
    if (!m_store) // the deployment has ended
        return;
    DeploymentQuery query;
    query.instance = key.instance;
    query.nameSpace = key.nameSpace;
    query.application = key.name;
    query.limit = kNewest;
    auto found = m_store->find(query).value_or(std::vector<Deployment>());
    for (auto &deployment : found) {
        if (deployment.application != key || !deployment.revisionsTo.contains(revision) || deployment.commit)
            continue;
        lynceus::takeCommit(deployment, commit);
        keep({deployment});
    }
}

void DeploymentRegistry::takeWatch(const WatchRecord &watch)
{
    forgetOldWatches(); // only here, because nothing else adds watches
    if (!hasJudged(watch) || !watch.endedAt || m_watches.contains(watch.id)
        || m_clock.now() - *watch.endedAt > kWatchesKept)
        return;
    m_watches.insert_or_assign(watch.id, watch);
    if (!m_store)
        return;
    DeploymentQuery query;
    query.instance = watch.expectation.application.instance;
    query.nameSpace = watch.expectation.application.nameSpace;
    query.application = watch.expectation.application.name;
    query.limit = query.nameSpace.isEmpty() ? kNewestNamed : kNewest;
    const auto found = m_store->find(query).value_or(std::vector<Deployment>());
    const auto about =
        std::ranges::find_if(found, [&](const Deployment &deployment) { return isAbout(watch, deployment); });
    if (about != found.end())
        keep({*about});
}

void DeploymentRegistry::setRule(const Deployment &deployment, const QString &rule)
{
    if (const auto followed = m_tracker.takeRule(deployment.application, deployment.startedAt, rule))
        keep({*followed});
}

Result<std::vector<Deployment>> DeploymentRegistry::find(const DeploymentQuery &query)
{
    return m_store ? m_store->find(query) : Result<std::vector<Deployment>>(std::vector<Deployment>());
}

Result<std::vector<DeploymentSample>> DeploymentRegistry::samples(const DeploymentQuery &query)
{
    return m_store ? m_store->samples(query) : Result<std::vector<DeploymentSample>>(std::vector<DeploymentSample>());
}

/// Adds the verdict of a watch for the deployment, if there is one.
void DeploymentRegistry::link(Deployment &deployment) const
{
    if (deployment.proof == Deployment::Proof::Watched)
        return;
    for (const auto &[id, watch] : m_watches) {
        if (isAbout(watch, deployment))
            takeVerdict(deployment, watch);
    }
}

void DeploymentRegistry::keep(std::vector<Deployment> changed)
{
    for (auto &deployment : changed) {
        link(deployment);
        if (deployment.proof == Deployment::Proof::Watched)
            m_tracker.close(deployment.application, deployment.startedAt);
    }
    if (m_store && !changed.empty()) {
        const auto written = m_store->write(changed);
        if (!written && !std::exchange(m_reportedTrouble, true))
            qCWarning(logStore).noquote() << "deployments are not stored:" << written.error().message;
        m_reportedTrouble = m_reportedTrouble && !written;
    }
    for (const auto &deployment : changed) {
        askFor(deployment);
        Q_EMIT deploymentChanged(deployment);
    }
    if (m_tracker.openCount() == 0)
        m_ticking.stop();
    else
        startTicking();
}

void DeploymentRegistry::startTicking()
{
    if (m_ticking.isActive())
        return;
    m_checkedAt = m_clock.now();
    m_checkedAfter = m_clock.steady();
    m_ticking.start(kTick);
}

/// The computer slept, or this program was suspended: changes in between were missed. Data from the stream may be
/// older, so applications are read again.
void DeploymentRegistry::noteAbsence()
{
    const auto wall = m_clock.now() - std::exchange(m_checkedAt, m_clock.now());
    const auto steady = m_clock.steady() - std::exchange(m_checkedAfter, m_clock.steady());
    if (std::max<Duration>(wall, steady) > kLongestAbsence)
        m_tracker.loseSight();
}

/// Requests data that only other answers contain, once.
void DeploymentRegistry::askFor(const Deployment &deployment)
{
    if (deployment.outcome == Deployment::Outcome::Superseded || deployment.commit)
        return;
    const auto id = deploymentId(deployment);
    if (m_asked.contains(id))
        return;
    auto *source = reader(deployment.application.instance);
    if (!source)
        return;
    if (m_asked.size() >= kMostAsked)
        m_asked.clear(); // some are requested again
    m_asked.insert(id);
    if (deployment.actor.kind == Actor::Kind::ParameterOverride)
        source->readApplication(deployment.application, deployment.project);
    else if (const auto revision = changedCommit(deployment); !revision.isEmpty())
        source->readCommit(deployment.application, deployment.project, revision);
}

void DeploymentRegistry::setFed(const QString &instance, bool fed)
{
    const bool wasFed = m_fed.contains(instance);
    const bool wasInterrupted = m_interrupted.remove(instance);
    if (fed) {
        m_fed.insert(instance);
        if (!wasFed) // what was read before does not count
            m_readAt.removeIf([&](const auto &entry) { return entry.key().instance == instance; });
        tick();
    } else if (wasFed || wasInterrupted) {
        m_fed.remove(instance);
        m_tracker.loseSight(instance);
    }
}

void DeploymentRegistry::interrupt(const QString &instance)
{
    m_fed.remove(instance);
    m_interrupted.insert(instance);
    m_tracker.interrupt(instance);
    // The next stream usually opens sooner; its list clears these entries.
    for (const auto &[key, isSeen] : m_tracker.openKeys()) {
        if (key.instance == instance)
            m_readAt.insert(key, m_clock.steady());
    }
}

void DeploymentRegistry::forget(const QString &instance)
{
    m_readers.erase(instance);
    m_unread.removeIf([&](const auto &entry) { return entry.key().instance == instance; });
    m_fed.remove(instance);
    m_interrupted.remove(instance);
    keep(m_tracker.forget(instance, m_clock.now()));
}

void DeploymentRegistry::keepUnread(std::vector<ApplicationEntry> &entries) const
{
    for (auto &entry : entries) {
        if (auto before = m_tracker.beforeUnread(entry))
            entry.application = std::move(before);
    }
}

/// If a stream reports every change, silence means no change; otherwise applications are read again.
void DeploymentRegistry::tick()
{
    noteAbsence();
    for (const auto &instance : std::as_const(m_fed))
        keep(m_tracker.wait(instance, serverNow(instance)));
    const auto now = m_clock.steady();
    for (const auto &[key, isSeen] : m_tracker.openKeys()) {
        if (isSeen && m_fed.contains(key.instance))
            continue;
        const auto last = m_readAt.constFind(key);
        if (last == m_readAt.constEnd() || now - *last >= kReadAgain)
            read(key, m_tracker.open(key)->project);
    }
    if (m_tracker.openCount() == 0)
        m_readAt.clear();
}

} // namespace lynceus
