#include "tests/support/fakeengine.h"

#include "tests/support/fakeanswer.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

QString listedName(const ApplicationKey &key)
{
    return key.nameSpace + u'/' + key.name;
}

bool isAsked(const WatchRecord &watch, const HistoryQuery &query)
{
    const auto &key = watch.request.application;
    QStringList searched{key.name, watch.request.release, watch.request.note,
                         watch.verdict.cause ? watch.verdict.cause->message : QString()};
    for (const auto &image : watch.request.images)
        searched.push_back(familiarName(image));
    const auto holds = [&query](const QString &text) { return text.contains(query.text, Qt::CaseInsensitive); };
    return (query.instance.isEmpty() || key.instance == query.instance)
        && (query.application.isEmpty() || key.name == query.application)
        && (query.outcomes.empty() || std::ranges::find(query.outcomes, watch.verdict.outcome) != query.outcomes.end())
        && (!query.from || watch.endedAt >= query.from) && (!query.until || watch.endedAt < query.until)
        && (query.text.isEmpty() || std::ranges::any_of(searched, holds));
}

} // namespace

FakeEngine::FakeEngine(const Clock &clock, QObject *parent)
    : Engine(parent)
    , m_clock(clock)
{ }

FakeEngine::~FakeEngine() = default;

void FakeEngine::putInstance(const InstanceState &state)
{
    m_instances[state.instance.id] = state;
    countApplications(state.instance.id);
}

void FakeEngine::countApplications(const QString &instance)
{
    const auto state = m_instances.find(instance);
    if (state == m_instances.end())
        return;
    state->applications = int(m_listed.value(instance).byName.size());
    if (m_started)
        reportInstance(*state);
}

void FakeEngine::putApplications(const QString &instance, const std::vector<Application> &applications)
{
    ChangeSet changes{.instance = instance};
    auto &byName = m_listed[instance].byName;
    for (const auto &application : applications) {
        const ApplicationKey key{instance, application.nameSpace, application.name};
        const auto value = std::make_shared<const Application>(application);
        const auto known = std::exchange(byName[listedName(key)], value);
        if (!known)
            changes.inserted.push_back({key, value});
        else if (const auto mask = changedFields(*known, application))
            changes.changed.push_back({{key, value}, mask});
        for (auto *view : views()) {
            if (view->key() == key)
                view->reportApplication(value);
        }
    }
    if (m_started && !changes.isEmpty())
        Q_EMIT applicationsChanged(changes);
    if (!changes.inserted.empty())
        countApplications(instance);
}

void FakeEngine::dropApplications(const std::vector<ApplicationKey> &keys)
{
    QMap<QString, ChangeSet> changes;
    for (const auto &key : keys) {
        if (m_listed[key.instance].byName.remove(listedName(key)) > 0)
            changes[key.instance].removed.push_back(key);
    }
    for (auto [instance, change] : changes.asKeyValueRange()) {
        change.instance = instance;
        if (m_started)
            Q_EMIT applicationsChanged(change);
        countApplications(instance);
    }
}

void FakeEngine::putTree(const ApplicationKey &application, const ResourceTree &tree)
{
    answers(application).tree = std::make_shared<const ResourceTree>(tree);
    for (auto *view : views()) {
        if (view->key() == application)
            view->reportTree();
    }
}

FakeAnswers &FakeEngine::answers(const ApplicationKey &application)
{
    auto &kept = m_answers[application];
    if (!kept)
        kept = std::make_shared<FakeAnswers>();
    return *kept;
}

void FakeEngine::putWatch(const WatchRecord &watch)
{
    m_watches[watch.id] = watch;
    if (m_started)
        reportWatch(watch);
}

void FakeEngine::putHistory(const WatchRecord &watch, const std::vector<TimelineEntry> &timeline)
{
    m_history.push_back(watch);
    std::ranges::stable_sort(m_history, std::greater<>(), [](const WatchRecord &each) { return each.endedAt; });
    m_timelines[watch.id] = timeline;
}

void FakeEngine::putDeployment(const Deployment &deployment)
{
    const auto id = deploymentId(deployment);
    std::erase_if(m_deployments, [&id](const Deployment &each) { return deploymentId(each) == id; });
    m_deployments.push_back(deployment);
    std::ranges::stable_sort(m_deployments, std::greater<>(), &Deployment::startedAt);
    if (m_started)
        reportDeployment(deployment);
}

void FakeEngine::putRules(const std::vector<FollowRule> &rules)
{
    m_rules = rules;
    if (m_started)
        reportRules(rules);
}

void FakeEngine::putEta(const ApplicationKey &application, const Eta &eta)
{
    m_etas[application] = eta;
}

void FakeEngine::putProbe(const QUrl &baseUrl, const Result<InstanceProbe> &probe)
{
    m_probes.insert(baseUrl, probe);
}

void FakeEngine::putCertificate(const QUrl &baseUrl, const UntrustedCertificate &certificate)
{
    m_certificates.insert(baseUrl, certificate);
}

void FakeEngine::reportSignIn(const SignInProgress &progress)
{
    Q_EMIT signInChanged(progress);
}

void FakeEngine::reportNotice(const QString &sentence)
{
    Q_EMIT noticeRaised(sentence);
}

void FakeEngine::reportStoreObstructed(const QString &sentence)
{
    Q_EMIT storeObstructed(sentence);
}

void FakeEngine::holdAnswers(bool held)
{
    *m_held = held;
}

void FakeEngine::failNext(const Error &error)
{
    m_nextFailure = error;
}

QList<FakeApplicationView *> FakeEngine::views() const
{
    QList<FakeApplicationView *> open;
    for (const auto &view : m_views) {
        if (view)
            open.push_back(view);
    }
    return open;
}

void FakeEngine::start()
{
    m_started = true;
    for (const auto &state : std::as_const(m_instances))
        reportInstance(state);
    for (auto [instance, listed] : std::as_const(m_listed).asKeyValueRange()) {
        ChangeSet changes{.instance = instance, .fromCache = true};
        for (const auto &application : listed.byName)
            changes.inserted.push_back({{instance, application->nameSpace, application->name}, application});
        if (!changes.isEmpty())
            Q_EMIT applicationsChanged(changes);
    }
    reportRules(m_rules);
    for (const auto &deployment : std::as_const(m_deployments))
        reportDeployment(deployment);
    for (const auto &watch : std::as_const(m_watches))
        reportWatch(watch);
    for (const auto &server : std::as_const(m_teamServers)) {
        reportTeamServer(server);
        reportServerTasks({server.server.place.id, m_serverTasks.take(server.server.place.id), {}, true});
    }
    reportStarted();
}

std::shared_ptr<const Application> FakeEngine::applicationOf(const ApplicationKey &key) const
{
    return m_listed.value(key.instance).byName.value(listedName(key));
}

ApplicationView *FakeEngine::openView(const ApplicationKey &application, QObject *parent)
{
    m_calls.push_back(u"openView %1"_s.arg(application.name));
    if (!m_instances.contains(application.instance))
        return nullptr;
    static_cast<void>(answers(application)); // so that there is something to share
    auto *view =
        new FakeApplicationView(application, applicationOf(application), m_answers[application], m_held, parent);
    m_views.push_back(view);
    return view;
}

QFuture<std::optional<Eta>> FakeEngine::eta(const ApplicationKey &application, QObject *context)
{
    m_requestedEtas.append(application);
    const auto known = m_etas.constFind(application);
    return answerLater(this, context, m_held, known == m_etas.cend() ? std::optional<Eta>() : std::optional(*known));
}

QFuture<Result<SyncWindowBlock>> FakeEngine::syncWindow(const ApplicationKey &application, QObject *context)
{
    return answerLater(this, context, m_held, answers(application).syncWindow);
}

QFuture<Result<std::vector<WatchRecord>>> FakeEngine::history(const HistoryQuery &query, QObject *context)
{
    std::vector<WatchRecord> found;
    for (const auto &watch : m_history) {
        if (int(found.size()) < query.limit && isAsked(watch, query))
            found.push_back(watch);
    }
    return answer<std::vector<WatchRecord>>(context, std::move(found));
}

QFuture<Result<std::vector<TimelineEntry>>> FakeEngine::timeline(const QString &watch, QObject *context)
{
    return answer<std::vector<TimelineEntry>>(context, m_timelines.value(watch));
}

QFuture<Result<std::vector<WatchRecord>>> FakeEngine::board(QObject *context)
{
    std::vector<WatchRecord> all(m_watches.begin(), m_watches.end());
    std::ranges::stable_sort(all, {}, &WatchRecord::registeredAt);
    return answer<std::vector<WatchRecord>>(context, std::move(all));
}

QFuture<Result<WatchDetails>> FakeEngine::watch(const QString &id, QObject *context)
{
    const auto past = std::ranges::find(m_history, id, &WatchRecord::id);
    if (const auto known = m_watches.constFind(id); known != m_watches.cend())
        return answer<WatchDetails>(context, WatchDetails{*known, m_timelines.value(id)});
    if (past != m_history.end())
        return answer<WatchDetails>(context, WatchDetails{*past, m_timelines.value(id)});
    return answer<WatchDetails>(context,
                                tl::unexpected(Error{Error::Kind::NotFound, id, u"no such watch"_s, false, 0}));
}

QFuture<Result<InstanceSnapshot>> FakeEngine::snapshot(const QString &instance, QObject *context)
{
    const auto known = m_instances.constFind(instance);
    if (known == m_instances.cend())
        return answer<InstanceSnapshot>(
            context, tl::unexpected(Error{Error::Kind::NotFound, instance, u"no such instance"_s, false, 0}));
    InstanceSnapshot snapshot{*known, {}, true};
    for (const auto &application : m_listed.value(instance).byName)
        snapshot.applications.push_back({{instance, application->nameSpace, application->name}, application});
    return answer<InstanceSnapshot>(context, std::move(snapshot));
}

} // namespace lynceus::test
