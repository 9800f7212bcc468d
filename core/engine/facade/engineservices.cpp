#include "core/engine/facade/engineservices.h"

#include "core/domain/auth/keychainentry.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/watch/watchrequests.h"
#include "core/engine/clients/answerpromise.h"
#include "core/engine/doctor/rightsquestion.h"
#include "core/engine/facade/enginestate.h"
#include "core/engine/watches/retention.h"
#include "core/io/log/categories.h"
#include "core/io/settings/preferencesfile.h"

using namespace Qt::StringLiterals;

namespace lynceus {

EngineServices::EngineServices(const EngineSetup &setup, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_keychain(setup.makeKeychain())
    , m_browser(setup.makeBrowser())
    , m_registry(InstancesFile(setup.instancesFile), clock)
    , m_gateways(*m_keychain)
    , m_signIns(*m_keychain, *m_browser, clock)
    , m_clients(clock, m_workers)
    , m_feeds(m_clients, clock)
    , m_teamServers(teamServersFile(teamServersFileBeside(setup.instancesFile)), m_gateways, *m_keychain, clock)
    , m_preferencesFile(setup.preferencesFile)
    , m_store(setup.storeFile, clock)
    , m_deployments(m_clients, clock)
    , m_follow([this](const QString &release) { return m_watches && m_watches->hasRelease(release); }, clock)
    , m_cache(setup.cacheFile, m_feeds, m_commits, m_workers, clock)
{
    connect(&m_store, &RunStore::fileOpened, this, &EngineServices::openDeployments);
    connect(&m_store, &RunStore::noticeRaised, this, &EngineServices::noticeRaised);
    connect(&m_store, &RunStore::obstructed, this, &EngineServices::storeObstructed);
    connect(&m_cache, &CacheKeeper::loaded, this, &EngineServices::begin);
    connect(&m_registry, &InstanceRegistry::noticeRaised, this, &EngineServices::noticeRaised);
    connect(&m_registry, &InstanceRegistry::instanceChanged, this, &EngineServices::takeInstance);
    connect(&m_registry, &InstanceRegistry::instanceRemoved, this, &EngineServices::forgetInstance);
    connect(&m_signIns, &SignInService::progressed, this, &EngineServices::takeProgress);
    connect(&m_signIns, &SignInService::sessionChanged, this, &EngineServices::takeSession);
    connect(&m_signIns, &SignInService::signedOut, this, &EngineServices::takeSignedOut);
    connect(&m_signIns, &SignInService::leftBehind, this, [this](const QString &name, const QString &trouble) {
        Q_EMIT noticeRaised(
            QStringLiteral("%1: its token could not be removed from the keychain: %2").arg(name, trouble));
    });
    connect(&m_feeds, &InstanceFeeds::stateChanged, this, &EngineServices::reportState);
    connect(&m_feeds, &InstanceFeeds::applicationsChanged, this, [this](const ChangeSet &changes) {
        if (!changes.fromCache)
            m_cache.keepLater(changes.instance);
        hintViews(changes);
        if (m_watches && !changes.fromCache)
            m_watches->takeChanges(changes);
        m_deployments.takeChanges(changes);
        Q_EMIT applicationsChanged(changes);
    });
    connect(&m_teamServers, &TeamServers::stateChanged, this, &EngineServices::teamServerChanged);
    connect(&m_teamServers, &TeamServers::serverRemoved, this, &EngineServices::teamServerRemoved);
    connect(&m_teamServers, &TeamServers::tasksChanged, this, &EngineServices::serverTasksChanged);
    connect(&m_teamServers, &TeamServers::noticeRaised, this, &EngineServices::noticeRaised);
    connect(&m_feeds, &InstanceFeeds::marksArrived, &m_deployments, &DeploymentRegistry::takeMarks);
    connect(&m_feeds, &InstanceFeeds::streamClosed, &m_deployments, &DeploymentRegistry::interrupt);
    connect(&m_feeds, &InstanceFeeds::streamConfirmed, this,
            [this](const QString &instance) { updateSight(withSession(m_feeds.feed(instance)->state())); });
    connect(this, &EngineServices::watchChanged, &m_deployments, &DeploymentRegistry::takeWatch);
    connect(&m_deployments, &DeploymentRegistry::deploymentChanged, this, &EngineServices::takeDeployment);
    connect(&m_deployments, &DeploymentRegistry::caughtUp, &m_cache, &CacheKeeper::keepLater);
    m_cache.setCorrection([this](std::vector<ApplicationEntry> &entries) { m_deployments.keepUnread(entries); });
    connect(&m_follow, &FollowRegistry::watchWanted, this, &EngineServices::takeFollowed, Qt::QueuedConnection);
    connect(&m_follow, &FollowRegistry::rulesChanged, this, &EngineServices::rulesChanged);
    followSleep(setup);
}

/// Does not delay sleep: observations that were not written are read again after waking up.
void EngineServices::followSleep(const EngineSetup &setup)
{
    m_sleep = setup.makeSleepWatch ? setup.makeSleepWatch() : nullptr;
    if (!m_sleep)
        return;
    connect(m_sleep.get(), &SleepWatch::goingToSleep, this, [this] {
        if (m_watches)
            m_watches->flush();
    });
    connect(m_sleep.get(), &SleepWatch::wokeUp, this, [this] {
        for (const auto &instance : m_feeds.instances())
            m_feeds.feed(instance)->startAgain(); // its stream is probably dead, which would be noticed much later
        for (const auto &server : m_teamServers.registry().servers())
            m_teamServers.retry(server.place.id);
        if (m_watches)
            m_watches->wakeUp();
    });
}

RetentionLimits EngineServices::limits() const
{
    return retentionOf(m_preferencesFile.isEmpty() ? Preferences() : storedPreferences(m_preferencesFile));
}

EngineServices::~EngineServices()
{
    for (const auto &view : std::exchange(m_views, {}))
        delete view.data(); // before the objects that they use
    if (m_watches)
        m_watches->flush();
    m_cache.writeNow();
}

void EngineServices::start()
{
    m_registry.open();
    std::ignore = watches();
    m_cache.load();
    if (!m_cache.isLoading())
        begin();
}

WatchRegistry &EngineServices::watches()
{
    if (!m_watches)
        openStore(); // a window that opens with its history queries it at once
    return *m_watches;
}

void EngineServices::openStore()
{
    m_store.open();
    m_watches = std::make_unique<WatchRegistry>(m_store.watches(), m_clients, m_clock);
    m_watches->setRetention([this] { return limits(); });
    connect(m_watches.get(), &WatchRegistry::watchChanged, this, &EngineServices::watchChanged);
    connect(m_watches.get(), &WatchRegistry::watchRemoved, this, &EngineServices::watchRemoved);
    connect(m_watches.get(), &WatchRegistry::noticeRaised, &m_store, &RunStore::takeTrouble);
}

void EngineServices::openDeployments()
{
    m_deployments.setKept([this] { return limits().age; });
    if (auto opened = DeploymentStore::open(m_store.file()))
        m_deployments.setStore(*std::move(opened));
    else
        Q_EMIT noticeRaised(opened.error().message);
    auto rules = FollowStore::open(m_store.file());
    const auto read = rules ? m_follow.setStore(*std::move(rules)) : tl::unexpected(rules.error());
    if (!read)
        Q_EMIT noticeRaised(u"follow rules cannot be used: "_s + read.error().message);
}

FollowRegistry &EngineServices::follow()
{
    std::ignore = watches();
    return m_follow;
}

/// The newest deployments, oldest first, so that lists insert each at its place.
void EngineServices::reportRecentDeployments()
{
    DeploymentQuery query;
    query.limit = static_cast<int>(EngineState::kMostDeployments);
    const auto recent = m_deployments.find(query).value_or(std::vector<Deployment>());
    for (auto deployment = recent.rbegin(); deployment != recent.rend(); ++deployment)
        Q_EMIT deploymentChanged(*deployment);
    query = {};
    query.outcomes = {Deployment::Outcome::InProgress};
    for (const auto &deployment : m_deployments.find(query).value_or(std::vector<Deployment>()))
        Q_EMIT deploymentChanged(deployment);
}

void EngineServices::takeDeployment(const Deployment &deployment)
{
    Q_EMIT deploymentChanged(deployment);
    const auto *feed = m_feeds.feed(deployment.application.instance);
    const auto application = feed ? feed->snapshot().find(deployment.application) : nullptr;
    const auto *instance = m_registry.withId(deployment.application.instance);
    m_follow.takeDeployment(deployment, application.get(), instance ? instance->name : QString());
}

/// Queued, so that the deployment is reported first.
void EngineServices::takeFollowed(const Deployment &deployment, const WatchRequest &request)
{
    const auto id = watches().follow(request);
    if (id)
        return m_deployments.setRule(deployment, ruleOf(request.who));
    m_follow.reject(deployment);
    qCInfo(logWatch).noquote() << "not followed:" << deployment.application.name << id.error().message;
}

Result<std::vector<Deployment>> EngineServices::deployments(const DeploymentQuery &query)
{
    std::ignore = watches();
    if (auto trouble = m_store.trouble())
        return tl::unexpected(*std::move(trouble));
    return m_deployments.find(query);
}

Result<DeploymentTrend> EngineServices::deploymentTrend(DeploymentQuery query)
{
    std::ignore = watches();
    if (!query.from || !query.until || *query.from >= *query.until)
        return badInput(u"a period requires a beginning and a later end"_s, u"deployments"_s);
    if (auto trouble = m_store.trouble())
        return tl::unexpected(*std::move(trouble));
    const auto from = *query.from;
    query.from = from - (*query.until - from);
    return m_deployments.samples(query).map([&](const std::vector<DeploymentSample> &samples) {
        return lynceus::deploymentTrend(samples, from, *query.until);
    });
}

Result<QString> EngineServices::setStoreAside()
{
    auto &registry = watches();
    return m_store.setAside([&registry](WatchStore &to) { return registry.moveTo(to); });
}

/// Without a store, only watches of this run are known; older ones must not be reported as missing.
Result<std::vector<WatchRecord>> EngineServices::history(const HistoryQuery &query)
{
    auto found = watches().history(query);
    m_store.reportUnreadable();
    auto trouble = m_store.trouble();
    if (!trouble || !found || !found->empty())
        return found;
    return tl::unexpected(*std::move(trouble));
}

void EngineServices::begin()
{
    m_started = true;
    reportRecentDeployments();
    if (const auto restored = m_watches->restore(); !restored)
        Q_EMIT noticeRaised(restored.error().message);
    m_store.reportUnreadable();
    for (const auto &instance : m_registry.instances())
        contact(instance);
    m_teamServers.open();
    Q_EMIT started();
}

void EngineServices::takeInstance(const Instance &instance)
{
    if (const auto *feed = m_feeds.feed(instance.id)) {
        const auto &before = feed->state().instance;
        const auto entryOf = [](const Instance &of) { return keychainEntryName(of, KeychainKind::Headers); };
        if (entryOf(before) != entryOf(instance) || instance.headerNames.isEmpty())
            forgetHeaders(before);
    }
    if (m_started)
        contact(instance);
    else
        m_feeds.add(instance);
}

QString EngineServices::projectOf(const ApplicationKey &key) const
{
    const auto *feed = m_feeds.feed(key.instance);
    const auto known = feed ? feed->snapshot().find(key) : nullptr;
    return known ? known->project : QString();
}

std::optional<ApplicationKey> EngineServices::applicationOf(const QString &server, const QString &task) const
{
    const auto *asked = m_teamServers.task(server, task);
    if (!asked)
        return std::nullopt;
    const auto key = watchOf(*asked, server).request.application;
    std::vector<ApplicationKey> found;
    std::vector<ApplicationKey> named;
    for (const auto &id : m_feeds.instances()) {
        const auto *stored = m_registry.withId(id);
        for (const auto &entry : m_feeds.feed(id)->snapshot().entries()) {
            if (entry.key.name != key.name || (!key.nameSpace.isEmpty() && entry.key.nameSpace != key.nameSpace))
                continue;
            found.push_back(entry.key);
            if (stored && stored->name.compare(asked->instance, Qt::CaseInsensitive) == 0)
                named.push_back(entry.key);
        }
    }
    const auto &likely = named.empty() ? found : named;
    return likely.size() == 1 ? std::optional(likely.front()) : std::nullopt;
}

ViewSession *EngineServices::openView(const ApplicationKey &key)
{
    auto *view = new ViewSession(key, projectOf(key), m_clients, m_clock, this);
    std::erase_if(m_views, [](const QPointer<ViewSession> &gone) { return gone.isNull(); });
    m_views.emplace_back(view);
    return view;
}

void EngineServices::hintViews(const ChangeSet &changes)
{
    if (m_views.empty() || changes.fromCache)
        return;
    QSet<ApplicationKey> touched(changes.removed.begin(), changes.removed.end());
    for (const auto &change : changes.changed)
        touched.insert(change.entry.key);
    for (const auto &view : m_views) {
        if (view && touched.contains(view->key()))
            view->changedInFeed();
    }
}

void EngineServices::contact(const Instance &instance)
{
    if (instance.paused)
        return reach(instance, accessWithoutSecrets(instance)); // not contacted, so no secret is needed
    m_feeds.add(instance);
    m_gateways.access(instance, [this, instance](const Result<InstanceAccess> &access) {
        const auto *stored = m_registry.withId(instance.id);
        if (stored && *stored == instance) // otherwise another answer will arrive
            reach(instance, access);
    });
}

void EngineServices::reach(const Instance &instance, Result<InstanceAccess> access)
{
    if (access) {
        m_signIns.setInstance(instance, *access);
        access = m_signIns.access(instance.id);
    }
    m_feeds.set(instance, access);
}

void EngineServices::takeSession(const QString &instance, const SessionState &session)
{
    const auto before = m_sessions.value(instance, SessionState::Status::Reading);
    m_sessions.insert(instance, session.status);
    auto *feed = m_feeds.feed(instance);
    if (!feed)
        return;
    const bool signedIn = session.status == SessionState::Status::SignedIn;
    const bool wasNeeded = before == SessionState::Status::SignInNeeded || before == SessionState::Status::KeychainShut;
    if (signedIn && wasNeeded)
        feed->startAgain();
    reportState(feed->state());
}

/// Adds the state of the sign-in.
InstanceState EngineServices::withSession(InstanceState state) const
{
    using Status = SessionState::Status;
    const auto session = m_signIns.session(state.instance.id);
    if (!session.user.isEmpty())
        state.user = session.user;
    state.signedInUntil = session.signedInUntil;
    state.renewable = session.renewable;
    state.tokenForThisRunOnly = session.tokenForThisRunOnly;
    const bool isReached = state.connection != Connection::Paused && state.connection != Connection::Certificate
        && state.connection != Connection::NotArgoCd;
    if (isReached && (session.status == Status::SignInNeeded || session.status == Status::KeychainShut)) {
        state.connection = session.status == Status::KeychainShut ? Connection::KeychainShut : Connection::SignInNeeded;
        state.message = session.message;
    }
    if (state.connection == Connection::SignInNeeded && m_gateways.isShut(state.instance.id))
        state.connection = Connection::KeychainShut;
    return state;
}

void EngineServices::reportState(const InstanceState &fed)
{
    const auto state = withSession(fed);
    // With a live stream, silence means no change; polled lists do not prove that.
    if (m_watches)
        m_watches->setFed(state.instance.id, state.connection == Connection::Live);
    updateSight(state);
    Q_EMIT instanceChanged(state);
}

/// The connection stays Live between two streams, although changes are missed then.
void EngineServices::updateSight(const InstanceState &state)
{
    const auto &id = state.instance.id;
    const auto *feed = m_feeds.feed(id);
    if (state.connection != Connection::Live)
        m_deployments.setFed(id, false);
    else if (feed && feed->reportsEveryChange())
        m_deployments.setFed(id, true);
}

Result<InstanceSnapshot> EngineServices::snapshot(const QString &instance) const
{
    const auto *feed = m_feeds.feed(instance);
    if (!feed)
        return tl::unexpected(Error{Error::Kind::NotFound, instance, u"no such instance"_s, false, 0});
    return InstanceSnapshot{withSession(feed->state()), feed->snapshot().entries(), feed->isComplete()};
}

QFuture<Result<InstanceProbe>> EngineServices::probe(const Instance &instance, QObject *context)
{
    const auto *stored = m_registry.withId(instance.id);
    if (instance.headerNames.isEmpty() || !stored || *stored != instance)
        return m_registry.probe(instance, context); // nothing secret is sent to an address that is not stored yet
    const auto promise = std::make_shared<AnswerPromise<Result<InstanceProbe>>>(context);
    auto future = promise->future();
    m_gateways.headers(
        instance, [this, instance, promise, asker = QPointer<QObject>(context)](const Result<HeaderValues> &headers) {
            if (!asker)
                return;
            if (!headers)
                return promise->settle(tl::unexpected(headers.error()));
            std::ignore = m_registry.probe(instance, {{}, *headers}, asker)
                              .then(asker, [promise](const Result<InstanceProbe> &found) { promise->settle(found); });
        });
    return future;
}

void EngineServices::askRights(const QString &instance, QObject *context,
                               std::function<void(Result<AccountRights>)> answer)
{
    const auto *stored = m_registry.withId(instance);
    auto *client = m_clients.client(instance);
    if (!stored || !client)
        return answer(
            tl::unexpected(Error{Error::Kind::NotFound, {}, u"no such instance, or it is paused"_s, false, 0}));
    const auto query = [this, instance](QObject *, const RightsQuestion::Seen &seen) {
        const auto *feed = m_feeds.feed(instance);
        if (!feed)
            return seen(std::nullopt);
        RightsQuestion::Visible visible; // its list shows what the account may read, so no request is needed
        for (const auto &entry : feed->snapshot().entries())
            visible.add(*entry.application);
        seen(visible);
    };
    auto *question = new RightsQuestion(*client, stored->projects, query, context);
    connect(question, &RightsQuestion::answered, context, [answer](const AccountRights &rights) { answer(rights); });
    connect(question, &RightsQuestion::failed, context,
            [answer](const Error &error) { answer(tl::unexpected(error)); });
    question->ask();
}

// --- signing in and out

void EngineServices::signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret)
{
    const auto *stored = m_registry.withId(instance);
    if (!stored || stored->headerNames.isEmpty()) {
        m_wishes.insert(instance, {method, userName});
        m_signIns.signIn(instance, method, userName, std::move(secret));
        return;
    }
    // Behind a gateway, every request needs its headers.
    m_gateways.access(
        *stored,
        [this, stored = *stored, method, userName, secret = std::move(secret)](const Result<InstanceAccess> &access) {
            if (access) {
                reach(stored, *access);
                m_wishes.insert(stored.id, {method, userName});
                m_signIns.signIn(stored.id, method, userName, secret);
                return;
            }
            SignInProgress progress;
            progress.instance = stored.id;
            progress.step = SignInProgress::Step::Failed;
            progress.error = access.error();
            Q_EMIT signInChanged(progress);
        });
}

void EngineServices::takeProgress(const SignInProgress &progress)
{
    if (progress.step == SignInProgress::Step::Done)
        keepWay(progress.instance);
    if (progress.step == SignInProgress::Step::Done || progress.step == SignInProgress::Step::Failed)
        m_wishes.remove(progress.instance);
    Q_EMIT signInChanged(progress);
}

/// Stores the method for the next sign-in.
void EngineServices::keepWay(const QString &instance)
{
    const auto wish = m_wishes.constFind(instance);
    const auto *stored = m_registry.withId(instance);
    if (wish == m_wishes.constEnd() || !stored)
        return;
    auto changed = *stored;
    changed.signIn = wish->first;
    if (wish->first == SignInMethod::Password)
        changed.userName = wish->second;
    if (changed == *stored)
        return;
    if (const auto saved = m_registry.save(changed); !saved)
        Q_EMIT noticeRaised(
            u"the sign-in method of %1 could not be stored: %2"_s.arg(changed.name, saved.error().message));
}

void EngineServices::takeSignedOut(const QString &instance, const QString &trouble, bool isForgotten)
{
    const auto *stored = m_registry.withId(instance);
    const auto name = stored ? stored->name : instance;
    if (!isForgotten)
        Q_EMIT noticeRaised(
            u"%1: the token could not be removed from the keychain, sign out again when the keychain is unlocked: %2"_s
                .arg(name, trouble));
    else if (!trouble.isEmpty())
        Q_EMIT noticeRaised(u"%1: %2"_s.arg(name, trouble));
}

// --- removing instances

void EngineServices::forgetInstance(const QString &id)
{
    if (m_watches)
        m_watches->cancelAllOf(id);
    if (const auto *feed = m_feeds.feed(id))
        forgetHeaders(feed->state().instance);
    m_feeds.remove(id);
    m_deployments.forget(id);
    m_signIns.removeInstance(id);
    m_gateways.forget(id);
    m_sessions.remove(id);
    m_wishes.remove(id);
    m_cache.forget(id);
    Q_EMIT instanceRemoved(id);
}

Result<void> EngineServices::removeInstance(const QString &id)
{
    return m_registry.remove(id).map([](const Instance &) {}); // its secrets: forgetInstance()
}

/// The name of the keychain entry contains the address, so it could not be found after a change.
void EngineServices::forgetHeaders(const Instance &instance)
{
    if (instance.headerNames.isEmpty())
        return;
    storeGatewayHeaders(
        *m_keychain, instance, {}, this, [this, name = instance.name](const KeychainResult<void> &forgotten) {
            if (!forgotten && forgotten.error().kind != KeychainProblem::Kind::Absent)
                Q_EMIT noticeRaised(u"the gateway headers of %1 could not be removed from the keychain: %2"_s.arg(
                    name, forgotten.error().message));
        });
}

void EngineServices::retry(const QString &instance)
{
    auto *feed = m_feeds.feed(instance);
    if (!feed)
        return;
    if (const auto *stored = m_registry.withId(instance); stored && !m_clients.client(instance))
        return contact(Instance(*stored)); // a missing certificate file may exist now
    m_signIns.retry(instance);
    feed->startAgain();
}

} // namespace lynceus
