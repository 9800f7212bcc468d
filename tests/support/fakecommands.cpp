#include "core/domain/teamserver/taskwatch.h"
#include "tests/support/fakeanswer.h"
#include "tests/support/fakeengine.h"

// The commands of FakeEngine.

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notKnown(const QString &what)
{
    return tl::unexpected(Error{Error::Kind::NotFound, what, u"there is no %1"_s.arg(what), false, 0});
}

} // namespace

template<typename T>
QFuture<Result<T>> FakeEngine::answer(QObject *context, Result<T> value)
{
    if (const auto failure = std::exchange(m_nextFailure, std::nullopt))
        value = tl::unexpected(*failure);
    return answerLater(this, context, m_held, std::move(value));
}

template QFuture<Result<std::vector<WatchRecord>>> FakeEngine::answer(QObject *, Result<std::vector<WatchRecord>>);
template QFuture<Result<std::vector<TimelineEntry>>> FakeEngine::answer(QObject *, Result<std::vector<TimelineEntry>>);
template QFuture<Result<WatchDetails>> FakeEngine::answer(QObject *, Result<WatchDetails>);
template QFuture<Result<InstanceSnapshot>> FakeEngine::answer(QObject *, Result<InstanceSnapshot>);

QFuture<Result<InstanceProbe>> FakeEngine::probe(const Instance &instance, QObject *context)
{
    m_calls.push_back(u"probe %1"_s.arg(instance.baseUrl.toString()));
    const Result<InstanceProbe> silent =
        tl::unexpected(Error{Error::Kind::Unreachable, u"GET %1/api/version"_s.arg(instance.baseUrl.toString()),
                             u"the connection was refused"_s, true, 0});
    return answer(context, m_probes.value(instance.baseUrl, silent));
}

QFuture<Result<UntrustedCertificate>> FakeEngine::certificate(const QUrl &baseUrl, QObject *context)
{
    const auto shown = m_certificates.constFind(baseUrl);
    if (shown == m_certificates.cend())
        return answer<UntrustedCertificate>(context, notKnown(u"certificate of %1"_s.arg(baseUrl.toString())));
    return answer<UntrustedCertificate>(context, *shown);
}

QFuture<Result<QString>> FakeEngine::saveInstance(const Instance &instance, QObject *context)
{
    m_calls.push_back(u"saveInstance %1"_s.arg(instance.name));
    if (m_nextFailure)
        return answer<QString>(context, QString());
    for (const auto &other : std::as_const(m_instances)) {
        if (other.instance.id != instance.id && other.instance.name.compare(instance.name, Qt::CaseInsensitive) == 0)
            return answer<QString>(context, badInput(u"there is already an instance of this name"_s, u"name"_s));
    }
    auto state = m_instances.value(instance.id);
    state.instance = instance;
    if (instance.id.isEmpty())
        state.instance.id = u"i%1"_s.arg(++m_madeIds);
    if (instance.paused)
        state.connection = Connection::Paused;
    else if (state.connection == Connection::Paused)
        state.connection = Connection::Connecting;
    putInstance(state);
    return answer<QString>(context, state.instance.id);
}

QFuture<Result<QString>> FakeEngine::setStoreAside(QObject *context)
{
    m_calls.push_back(u"setStoreAside"_s);
    return answer<QString>(context, u"store.db.aside"_s);
}

QFuture<Result<void>> FakeEngine::removeInstance(const QString &id, QObject *context)
{
    m_calls.push_back(u"removeInstance %1"_s.arg(id));
    if (m_nextFailure)
        return answer<void>(context, {});
    if (!m_instances.contains(id))
        return answer<void>(context, notKnown(u"instance %1"_s.arg(id)));
    ChangeSet changes{.instance = id};
    for (const auto &application : m_listed.take(id).byName)
        changes.removed.push_back({id, application->nameSpace, application->name});
    if (m_started && !changes.isEmpty())
        Q_EMIT applicationsChanged(changes);
    m_instances.remove(id);
    reportInstanceRemoved(id);
    return answer<void>(context, {});
}

void FakeEngine::putRights(const QString &instance, const AccountRights &rights)
{
    m_rights.insert(instance, rights);
}

QFuture<Result<AccountRights>> FakeEngine::rights(const QString &instance, QObject *context)
{
    m_calls.push_back(u"rights %1"_s.arg(instance));
    if (m_instances.value(instance).connection == Connection::Paused)
        return answer<AccountRights>(context, notKnown(u"instance %1"_s.arg(instance)));
    return answer<AccountRights>(context, m_rights.value(instance));
}

void FakeEngine::putImportable(const std::vector<ImportableContext> &contexts)
{
    m_importable = contexts;
}

QFuture<Result<std::vector<ImportableContext>>> FakeEngine::importableContexts(const QString &file, QObject *context)
{
    m_calls.push_back(u"importableContexts %1"_s.arg(file));
    return answer<std::vector<ImportableContext>>(context, m_importable);
}

QFuture<Result<QStringList>> FakeEngine::importContexts(const QString &file, const QStringList &names, QObject *context)
{
    m_calls.push_back(u"importContexts %1 %2"_s.arg(file, names.join(u',')));
    if (m_nextFailure)
        return answer<QStringList>(context, QStringList());
    QStringList ids;
    for (const auto &each : m_importable) {
        if (!names.contains(each.name))
            continue;
        InstanceState state;
        state.instance = each.instance;
        state.instance.id = u"i%1"_s.arg(++m_madeIds);
        ids.push_back(state.instance.id);
        putInstance(state);
    }
    return answer<QStringList>(context, ids);
}

void FakeEngine::signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret)
{
    // Records only whether there was a secret.
    m_calls.push_back(
        u"signIn %1 %2 %3 %4"_s.arg(instance).arg(int(method)).arg(userName, secret.isEmpty() ? u"-"_s : u"secret"_s));
    Q_EMIT signInChanged({.instance = instance, .step = SignInProgress::Step::Asking});
}

void FakeEngine::cancelSignIn(const QString &instance)
{
    m_calls.push_back(u"cancelSignIn %1"_s.arg(instance));
}

void FakeEngine::pasteSignInAddress(const QString &instance, const QString &address)
{
    m_calls.push_back(u"pasteSignInAddress %1 %2"_s.arg(instance, address));
}

void FakeEngine::signOut(const QString &instance)
{
    m_calls.push_back(u"signOut %1"_s.arg(instance));
    if (const auto state = m_instances.find(instance); state != m_instances.end()) {
        state->user.clear();
        state->connection = Connection::SignInNeeded;
        reportInstance(*state);
    }
}

void FakeEngine::retry(const QString &instance)
{
    m_calls.push_back(u"retry %1"_s.arg(instance));
}

WatchRecord FakeEngine::recordOf(const WatchRequest &request)
{
    WatchRecord watch;
    watch.id = u"w%1"_s.arg(++m_madeIds);
    watch.request = request;
    watch.registeredAt = m_clock.now();
    watch.expectation = {.application = request.application,
                         .images = request.images,
                         .registeredAt = m_clock.now(),
                         .deadline = m_clock.now() + request.timeout,
                         .bake = request.bake,
                         .failAfter = request.failAfter,
                         .imageGrace = request.imageGrace,
                         .acceptSuspended = request.acceptSuspended,
                         .registryProxies = request.registryProxies,
                         .oneOff = false};
    if (const auto application = applicationOf(request.application))
        watch.oldImages = application->summaryImages;
    return watch;
}

QFuture<Result<void>> FakeEngine::saveRule(const FollowRule &rule, QObject *context)
{
    m_calls.push_back(u"saveRule %1 %2"_s.arg(rule.name, rule.filter));
    if (m_nextFailure)
        return answer<void>(context, {});
    if (auto checked = checkRule(rule); !checked)
        return answer<void>(context, std::move(checked));
    auto rules = m_rules;
    const auto known = std::ranges::find(rules, rule.name, &FollowRule::name);
    if (known == rules.end())
        rules.push_back(rule);
    else
        *known = rule;
    putRules(rules);
    return answer<void>(context, {});
}

QFuture<Result<void>> FakeEngine::removeRule(const QString &name, QObject *context)
{
    m_calls.push_back(u"removeRule %1"_s.arg(name));
    if (m_nextFailure)
        return answer<void>(context, {});
    auto rules = m_rules;
    if (std::erase_if(rules, [&name](const FollowRule &rule) { return rule.name == name; }) == 0)
        return answer<void>(context, notKnown(u"rule %1"_s.arg(name)));
    putRules(rules);
    return answer<void>(context, {});
}

/// Applies only the period and the maximum number of @p query.
QFuture<Result<std::vector<Deployment>>> FakeEngine::deployments(const DeploymentQuery &query, QObject *context)
{
    m_calls.push_back(u"deployments"_s);
    std::vector<Deployment> found;
    for (const auto &deployment : m_deployments) {
        const bool isAsked = (!query.from || deployment.startedAt >= *query.from)
            && (!query.until || deployment.startedAt < *query.until);
        if (isAsked && int(found.size()) < query.limit)
            found.push_back(deployment);
    }
    return answer<std::vector<Deployment>>(context, std::move(found));
}

QFuture<Result<DeploymentTrend>> FakeEngine::deploymentTrend(const DeploymentQuery &query, QObject *context)
{
    std::vector<DeploymentSample> samples;
    for (const auto &deployment : m_deployments)
        samples.push_back(sampleOf(deployment));
    std::ranges::sort(samples, {}, &DeploymentSample::startedAt);
    return answer<DeploymentTrend>(
        context, lynceus::deploymentTrend(samples, query.from.value_or(Instant{}), query.until.value_or(Instant{})));
}

QFuture<Result<QStringList>> FakeEngine::addWatches(const std::vector<WatchRequest> &requests, QObject *context)
{
    m_calls.push_back(u"addWatches %1"_s.arg(requests.size()));
    if (m_nextFailure)
        return answer<QStringList>(context, QStringList());
    QStringList ids;
    for (const auto &request : requests) {
        m_requested.push_back(request);
        const auto watch = recordOf(request);
        ids.push_back(watch.id);
        putWatch(watch);
    }
    return answer<QStringList>(context, ids);
}

template<typename Change>
void FakeEngine::changeWatch(const QString &id, Change change)
{
    const auto watch = m_watches.find(id);
    if (watch == m_watches.end())
        return;
    change(*watch);
    reportWatch(*watch);
}

void FakeEngine::extendWatch(const QString &id, Duration by)
{
    m_calls.push_back(u"extendWatch %1 %2"_s.arg(id).arg(by.count()));
    changeWatch(id, [by](WatchRecord &watch) { watch.expectation.deadline += by; });
}

void FakeEngine::cancelWatch(const QString &id)
{
    m_calls.push_back(u"cancelWatch %1"_s.arg(id));
    changeWatch(id, [this](WatchRecord &watch) {
        watch.verdict.outcome = Outcome::Cancelled;
        watch.endedAt = m_clock.now();
    });
}

void FakeEngine::snoozeWatch(const QString &id, Duration how)
{
    m_calls.push_back(u"snoozeWatch %1 %2"_s.arg(id).arg(how.count()));
    changeWatch(id, [this, how](WatchRecord &watch) { watch.snoozedUntil = m_clock.now() + how; });
}

void FakeEngine::setWatchNote(const QString &id, const QString &note)
{
    m_calls.push_back(u"setWatchNote %1 %2"_s.arg(id, note));
    changeWatch(id, [&note](WatchRecord &watch) { watch.request.note = note; });
}

void FakeEngine::setWatchTakenBy(const QString &id, const QString &who)
{
    m_calls.push_back(u"setWatchTakenBy %1 %2"_s.arg(id, who));
    changeWatch(id, [&who](WatchRecord &watch) { watch.takenBy = who; });
}

void FakeEngine::dismissWatch(const QString &id)
{
    m_calls.push_back(u"dismissWatch %1"_s.arg(id));
    if (m_watches.remove(id) > 0)
        reportWatchRemoved(id);
}

void FakeEngine::putTeamServer(const TeamServerState &state)
{
    m_teamServers[state.server.place.id] = state;
    if (m_started)
        reportTeamServer(state);
}

void FakeEngine::dropTeamServer(const QString &id)
{
    m_teamServers.remove(id);
    reportTeamServerRemoved(id);
}

void FakeEngine::putServerTasks(const QString &server, const std::vector<ServerTask> &tasks, bool isFirst)
{
    if (m_started)
        reportServerTasks({server, tasks, {}, isFirst});
    else
        m_serverTasks[server] = tasks;
}

void FakeEngine::putFindings(const QUrl &baseUrl, const Result<TeamServerFindings> &findings)
{
    m_findings.insert(baseUrl, findings);
}

void FakeEngine::putTaskApplication(const QString &app, const ApplicationKey &key)
{
    m_taskApplications.insert(app, key);
}

QFuture<Result<TeamServerFindings>> FakeEngine::probeTeamServer(const Instance &place, const Secret &, QObject *context)
{
    m_calls.push_back(u"probeTeamServer %1"_s.arg(place.baseUrl.toString()));
    return answer<TeamServerFindings>(
        context, m_findings.value(place.baseUrl, notKnown(u"team server at %1"_s.arg(place.baseUrl.toString()))));
}

QFuture<Result<QString>> FakeEngine::addTeamServer(const Instance &place, const Secret &token, QObject *context)
{
    m_calls.push_back(u"addTeamServer %1 %2"_s.arg(place.name, QString::fromUtf8(token.reveal())));
    if (m_nextFailure)
        return answer<QString>(context, QString());
    TeamServerState state;
    state.server.place = place;
    state.server.place.id = u"t%1"_s.arg(++m_madeIds);
    if (const auto found = m_findings.constFind(place.baseUrl); found != m_findings.cend() && *found)
        state.server.kind = (*found)->kind;
    putTeamServer(state);
    return answer<QString>(context, state.server.place.id);
}

QFuture<Result<void>> FakeEngine::renameTeamServer(const QString &id, const QString &name, QObject *context)
{
    m_calls.push_back(u"renameTeamServer %1 %2"_s.arg(id, name));
    if (m_nextFailure)
        return answer<void>(context, {});
    auto state = m_teamServers.value(id);
    state.server.place.name = name;
    putTeamServer(state);
    return answer<void>(context, {});
}

QFuture<Result<void>> FakeEngine::setTeamServerToken(const QString &id, const Secret &token, QObject *context)
{
    m_calls.push_back(u"setTeamServerToken %1 %2"_s.arg(id, QString::fromUtf8(token.reveal())));
    return answer<void>(context, {});
}

QFuture<Result<void>> FakeEngine::removeTeamServer(const QString &id, QObject *context)
{
    m_calls.push_back(u"removeTeamServer %1"_s.arg(id));
    if (m_nextFailure)
        return answer<void>(context, {});
    dropTeamServer(id);
    return answer<void>(context, {});
}

QFuture<Result<SharedTask>> FakeEngine::shareWatch(const QString &watch, const QString &server, const QString &,
                                                   QObject *context)
{
    m_calls.push_back(u"shareWatch %1 %2"_s.arg(watch, server));
    const auto place = m_teamServers.value(server).server.place;
    return answer<SharedTask>(context,
                              SharedTask{place.name, u"shared-task"_s, taskPage(place.baseUrl, u"shared-task"_s)});
}

QFuture<std::optional<ApplicationKey>> FakeEngine::applicationOf(const QString &server, const QString &task,
                                                                 QObject *context)
{
    const auto *asked = state().serverTask(server, task);
    const auto own = asked ? m_taskApplications.constFind(asked->app) : m_taskApplications.cend();
    const bool isHere = own != m_taskApplications.cend() && m_instances.contains(own->instance);
    return answerLater(this, context, m_held, isHere ? std::optional(*own) : std::nullopt);
}

void FakeEngine::readTaskVerdict(const QString &server, const QString &task)
{
    m_calls.push_back(u"readTaskVerdict %1 %2"_s.arg(server, task));
}

void FakeEngine::retryTeamServer(const QString &id)
{
    m_calls.push_back(u"retryTeamServer %1"_s.arg(id));
}

void FakeEngine::setTasksShown(bool isShown)
{
    m_areTasksShown = isShown;
}

} // namespace lynceus::test
