#include "app/serve/taskapi.h"

#include "app/serve/answers/apidescription.h"
#include "app/serve/answers/jsonreply.h"
#include "app/serve/answers/taskanswers.h"
#include "app/serve/configjson.h"
#include "app/serve/metricstext.h"
#include "app/serve/oidc/readersignin.h"
#include "app/serve/taskjson.h"
#include "core/domain/http/requesttarget.h"
#include "core/io/tasks/tasksubmission.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kNotAuthorized = "You are not authorized to perform this action"_L1;
constexpr std::size_t kMostHeld = 1'000;
constexpr Duration kHoldAtMost{10'000}; // an instance that has neither answered nor failed until then is slow
constexpr Duration kLookAgain{500};

QByteArray jsonString(const QString &text)
{
    const auto array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

std::shared_ptr<QPromise<HttpReply>> startedPromise()
{
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    return promise;
}

/// @p done(QFuture<T>) in this thread, unless @p context is gone by then; also if the future was cancelled. No
/// continuation: Qt 6.4 runs it also when its context is gone.
template<typename T, typename Done>
void whenFinished(const QFuture<T> &future, QObject *context, Done done)
{
    if (future.isFinished())
        return done(future);
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future());
    });
    watcher->setFuture(future);
}

/// With @p reply, or with what it becomes.
void settle(const std::shared_ptr<QPromise<HttpReply>> &promise, QObject *context, HttpReply reply)
{
    if (reply.later) {
        whenFinished(*reply.later, context, [promise](const QFuture<HttpReply> &later) {
            if (later.resultCount() > 0)
                promise->addResult(later.result());
            promise->finish(); // without a result: nobody can answer any more
        });
        return;
    }
    promise->addResult(std::move(reply));
    promise->finish();
}

/// The answer if it is there, as it is at once without a thread.
HttpReply replyOf(const std::shared_ptr<QPromise<HttpReply>> &promise)
{
    auto future = promise->future();
    if (future.isFinished())
        return future.result();
    HttpReply pending;
    pending.later = std::make_shared<QFuture<HttpReply>>(std::move(future));
    return pending;
}

/// The segment of @p path at the place of the star in @p pattern; empty if there is no star; nothing: another path.
std::optional<QByteArray> segmentOf(const QByteArray &path, const QByteArray &pattern)
{
    const auto star = pattern.indexOf('*');
    if (star < 0)
        return path == pattern ? std::optional(QByteArray()) : std::nullopt;
    const auto before = pattern.first(star);
    const auto after = pattern.sliced(star + 1);
    if (path.size() <= before.size() + after.size() || !path.startsWith(before) || !path.endsWith(after))
        return std::nullopt;
    const auto segment = path.sliced(before.size(), path.size() - before.size() - after.size());
    return segment.contains('/') ? std::nullopt : std::optional(segment);
}

HttpReply streamReply(const TaskEvents::Opened &opened)
{
    if (!opened)
        return opened.error().kind == Error::Kind::NotAllowed ? problemReply(503, u"down"_s, opened.error().message)
                                                              : databaseDownReply();
    HttpReply reply{200, "text/event-stream", {}};
    reply.source = *opened;
    reply.headers.append("Cache-Control", "no-store");
    reply.headers.append("X-Content-Type-Options", "nosniff");
    reply.headers.append("X-Accel-Buffering", "no"); // nginx would keep events back
    return reply;
}

TaskApi::Threads onlyThread(TaskThread &thread)
{
    return {thread, thread, thread};
}

/// Who reads the answer: programs do not ask for HTML.
bool isBrowser(const HttpRequest &request)
{
    return request.header("Accept").toLower().contains("text/html");
}

/// What came in place of the star of @p pattern, and the query, written anew: a target is never repeated as it came.
QByteArray targetOf(const QByteArray &pattern, const QByteArray &segment, const QByteArray &target)
{
    auto text = pattern;
    const auto decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(segment));
    text.replace('*', QUrl::toPercentEncoding(decoded));
    const auto query = queryOf(target).toString(QUrl::FullyEncoded).toLatin1();
    return query.isEmpty() ? text : text + '?' + query;
}

bool isJson(const QByteArray &contentType)
{
    const auto semicolon = contentType.indexOf(';');
    return contentType.first(semicolon < 0 ? contentType.size() : semicolon).trimmed().toLower() == "application/json";
}

} // namespace

TaskApi::TaskApi(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, const Threads &threads,
                 const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_hub(hub)
    , m_registry(registry)
    , m_store(threads.reading)
    , m_tokens(threads.tokens)
    , m_clock(clock)
    , m_authenticator(config.access, clock)
    , m_events(threads.events, clock)
    , m_pages(std::make_shared<const TaskPages>(config.instances, config.publicUrl.path(QUrl::FullyEncoded)))
{
    connect(&registry, &TaskRegistry::written, &m_events, &TaskEvents::look);
    connect(&hub, &InstanceHub::stateChanged, this, &TaskApi::enrollHeld);
    connect(&m_holding, &QTimer::timeout, this, &TaskApi::enrollHeld);
    if (!config.access.oidc.isOn())
        return;
    m_readers = std::make_unique<OidcReaders>(config.access.oidc, clock);
    connect(m_readers.get(), &OidcReaders::said, this, &TaskApi::providerSaid);
    m_authenticator.setReaders(m_readers.get());
    m_readers->start();
    if (!config.publicUrl.isEmpty())
        m_signIn = std::make_unique<ReaderSignIn>(config.access.oidc, config.publicUrl, *m_readers, clock);
}

TaskApi::TaskApi(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, TaskStore &store,
                 const Clock &clock, QObject *parent)
    : TaskApi(config, hub, registry, onlyThread(*new TaskThread(store)), clock, parent)
{
    m_direct.reset(&m_store);
}

TaskApi::~TaskApi() = default;

void TaskApi::drain()
{
    m_draining = true;
    enrollHeld();
}

std::span<const TaskApi::Route> TaskApi::routes()
{
    static constexpr std::array kRoutes{
        Route{"POST", "/api/v1/tasks", Need::Registering, &TaskApi::addTask},
        Route{"GET", "/api/v1/tasks", Need::Reading, nullptr, &answerTasks},
        Route{"GET", "/api/v1/tasks/*", Need::Reading, nullptr, &answerTask},
        Route{"GET", "/api/v1/tasks/*/verdict", Need::Reading, nullptr, &answerVerdict},
        Route{"POST", "/api/v1/tasks/*/cancel", Need::Registering, &TaskApi::cancel},
        Route{"POST", "/api/v1/tasks/*/extend", Need::Registering, &TaskApi::extend},
        Route{"GET", "/api/v1/events", Need::Reading, &TaskApi::events},
        Route{"GET", "/api/v1/version", Need::Reading, &TaskApi::version},
        Route{"GET", "/api/v1/openapi.json", Need::Nothing, &TaskApi::description},
        Route{"GET", "/api/v1/config", Need::Reading, &TaskApi::configuration},
        Route{"GET", "/api/v1/reachability", Need::Reading, &TaskApi::reachability},
        Route{"GET", "/api/v1/deploy-lock", Need::Reading, &TaskApi::deployLock},
        Route{"POST", "/api/v1/deploy-lock", Need::Registering, &TaskApi::notOffered},
        Route{"DELETE", "/api/v1/deploy-lock", Need::Registering, &TaskApi::notOffered},
        Route{"GET", "/ws", Need::Nothing, &TaskApi::notOffered},
        Route{"GET", "/", Need::Reading, &TaskApi::listPage},
        Route{"GET", "/task/*", Need::Reading, &TaskApi::taskPage},
        Route{"GET", ReaderSignIn::kPath, Need::Nothing, &TaskApi::signIn},
        Route{"GET", ReaderSignIn::kDonePath, Need::Nothing, &TaskApi::signedIn},
        Route{"GET", "/style.css", Need::Nothing, &TaskApi::asset},
        Route{"GET", "/live.js", Need::Nothing, &TaskApi::asset},
        Route{"GET", "/livez", Need::Nothing, &TaskApi::alive},
        Route{"GET", "/readyz", Need::Nothing, &TaskApi::ready},
        Route{"GET", "/healthz", Need::Nothing, &TaskApi::ready},
        Route{"GET", "/metrics", Need::Reading, &TaskApi::metrics},
    };
    return kRoutes;
}

std::vector<TaskApi::Endpoint> TaskApi::endpoints()
{
    std::vector<Endpoint> all;
    for (const auto &route : routes())
        all.push_back({route.method, route.path, route.need});
    return all;
}

HttpReply TaskApi::refusal(int status, const QString &problem)
{
    return jsonReply(status, QJsonObject{{u"error"_s, problem}});
}

HttpReply TaskApi::reply(const HttpRequest &request, const QString &peer)
{
    const auto path = pathOf(request.target);
    // Theirs redirects "/x/" to "/x". Only to paths of ours.
    if (path.size() > 1 && path.endsWith('/')) {
        for (const auto &route : routes()) {
            const auto rest = segmentOf(path.chopped(1), route.path);
            if (!rest)
                continue;
            HttpReply moved{request.method == "GET" || request.method == "HEAD" ? 301 : 307, {}, {}};
            moved.headers.append("Location",
                                 m_config.publicUrl.path(QUrl::FullyEncoded).toLatin1()
                                     + targetOf(route.path, *rest, request.target));
            return moved;
        }
    }
    return dispatch(request, peer, path);
}

HttpReply TaskApi::dispatch(const HttpRequest &request, const QString &peer, const QByteArray &path)
{
    QByteArrayList allowed;
    const auto method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    for (const auto &route : routes()) {
        const auto rest = segmentOf(path, route.path);
        if (!rest)
            continue;
        if (method != route.method) {
            allowed += route.method;
            continue;
        }
        return admit(route, request, peer, QString::fromUtf8(QByteArray::fromPercentEncoding(*rest)));
    }
    if (allowed.isEmpty()) {
        const auto problem = u"this path does not exist"_s;
        const bool isForBrowser = isBrowser(request) && !path.startsWith("/api/");
        return isForBrowser ? m_pages->refused(404, problem) : refusal(404, problem);
    }
    if (allowed.contains("GET"))
        allowed += "HEAD";
    auto reply =
        refusal(405, u"this method is not allowed here; use %1"_s.arg(QString::fromLatin1(allowed.join(", "))));
    reply.headers.append("Allow", allowed.join(", "));
    return reply;
}

template<typename Compose>
HttpReply TaskApi::later(Compose compose, HttpReply otherwise)
{
    const auto promise = startedPromise();
    m_store.run(
        this, [compose](TaskStore &store) { return Result<HttpReply>(compose(store)); },
        [this, promise, otherwise](Result<HttpReply> reply) {
            settle(promise, this, reply ? *std::move(reply) : otherwise);
        });
    return replyOf(promise);
}

template<typename Compose>
HttpReply TaskApi::withRunning(Compose compose)
{
    const auto promise = startedPromise();
    m_store.run(
        this, [](TaskStore &store) { return store.countRunning(); },
        [this, promise, compose](const Result<qint64> &running) { settle(promise, this, compose(running)); });
    return replyOf(promise);
}

HttpReply TaskApi::admit(const Route &route, const HttpRequest &request, const QString &peer, const QString &rest)
{
    const bool needsNone =
        route.need == Need::Nothing || (route.need == Need::Reading && m_authenticator.isReadingOpen());
    const auto id = needsNone ? QString() : Authenticator::storedTokenId(request);
    if (id.isEmpty())
        return answer(route, request, peer, rest, std::nullopt);
    const auto promise = startedPromise();
    m_tokens.run(
        this, [id](TaskStore &store) { return store.deployTokens().find(id); },
        [this, &route, request, peer, rest, promise](const Result<std::optional<DeployToken>> &stored) {
            if (stored)
                return settle(promise, this, answer(route, request, peer, rest, *stored));
            settle(promise, this, isPage(route) && isBrowser(request) ? m_pages->unavailable() : databaseDownReply());
        });
    return replyOf(promise);
}

HttpReply TaskApi::answer(const Route &route, const HttpRequest &request, const QString &peer, const QString &rest,
                          const std::optional<DeployToken> &stored)
{
    if (auto refused = refuse(route, request, peer, stored))
        return *std::move(refused);
    if (!route.reading)
        return (this->*route.answer)(request, rest);
    return later([reading = route.reading, request, rest](TaskStore &store) { return reading(store, request, rest); },
                 databaseDownReply());
}

std::optional<HttpReply> TaskApi::refuse(const Route &route, const HttpRequest &request, const QString &peer,
                                         const std::optional<DeployToken> &stored)
{
    m_caller.clear();
    m_peer = peer;
    const auto need = route.need;
    using Kind = Authenticator::Decision::Kind;
    if (need == Need::Nothing)
        return std::nullopt;
    const auto decision = need == Need::Registering ? m_authenticator.mayRegister(request, peer, stored)
                                                    : m_authenticator.mayRead(request, peer, stored);
    if (decision.kind == Kind::Allowed) {
        m_caller = decision.caller;
        return std::nullopt;
    }
    if (m_signIn && isPage(route) && decision.kind == Kind::Refused && request.header("Authorization").isEmpty())
        return m_signIn->redirect(request); // a browser
    Q_EMIT refused(peer, decision.reason);
    const int status = decision.kind == Kind::Unavailable ? 503 : decision.kind == Kind::TooMany ? 429 : 401;
    if (isPage(route) && isBrowser(request))
        return m_pages->refused(status, decision.reason);
    return problemReply(status, status == 503 ? u"down"_s : QString(kNotAuthorized), decision.reason);
}

bool TaskApi::isPage(const Route &route)
{
    return route.answer == &TaskApi::listPage || route.answer == &TaskApi::taskPage;
}

HttpReply TaskApi::addTask(const HttpRequest &request, const QString & /*rest*/)
{
    if (!isJson(request.header("Content-Type")))
        return problemReply(415, u"invalid payload"_s, u"the Content-Type must be application/json"_s);
    auto task = taskFromJson(request.body);
    if (!task)
        return problemReply(406, u"invalid payload"_s, task.error().message);
    if (m_draining)
        return problemReply(503, u"down"_s, u"this server is shutting down"_s);
    task->token = m_caller;
    return m_hub.isStarting(task->app, task->instance) ? hold(*std::move(task)) : enroll(*std::move(task));
}

HttpReply TaskApi::hold(Task task)
{
    if (m_held.size() >= kMostHeld)
        return problemReply(429, u"down"_s, u"too many new tasks wait for the start of this server"_s);
    const auto promise = startedPromise();
    m_held.push_back({std::move(task), promise, m_clock.steady()});
    m_holding.start(kLookAgain);
    return replyOf(promise);
}

/// In the order in which they came: a newer task ends an older one.
void TaskApi::enrollHeld()
{
    auto held = std::exchange(m_held, {});
    for (auto &one : held) {
        const bool mayWait = !m_draining && m_clock.steady() - one.since < kHoldAtMost;
        if (mayWait && m_hub.isStarting(one.task.app, one.task.instance)) {
            m_held.push_back(std::move(one));
            continue;
        }
        settle(one.promise, this,
               m_draining ? problemReply(503, u"down"_s, u"this server is shutting down"_s)
                          : enroll(std::move(one.task)));
    }
    if (m_held.empty())
        m_holding.stop();
}

HttpReply TaskApi::enroll(Task task)
{
    const auto asked = task.instance;
    const auto application = m_hub.find(task.app, asked);
    if (!application) {
        const bool isWrong = application.error().kind == Error::Kind::BadInput;
        if (application.error().kind != Error::Kind::NotFound)
            return problemReply(isWrong ? 406 : 503, isWrong ? u"invalid payload"_s : u"down"_s,
                                application.error().message);
    }
    const auto key = application.value_or(ApplicationKey{m_config.instances.front().name, {}, task.app});
    task.instance = key.instance;
    const auto watch = watchRequestOf(task, key, m_config.defaults);
    if (!watch)
        return problemReply(406, u"invalid payload"_s, watch.error().message);
    if (application) {
        if (const auto trouble = m_hub.troubleOf(key.instance); !trouble.isEmpty())
            return problemReply(503, u"down"_s,
                                u"Argo CD (instance %1) is unavailable: %2"_s.arg(key.instance, trouble));
    }
    const auto added = application ? m_registry.add(std::move(task), *watch)
                                   : m_registry.addGone(std::move(task), *watch, application.error().message);
    return whenChanged(added, [](const Result<Task> &registered) {
        if (registered)
            return jsonReply(202, QJsonObject{{u"id"_s, registered->id}, {u"status"_s, u"accepted"_s}});
        if (registered.error().kind == Error::Kind::NotAllowed)
            return problemReply(429, u"down"_s, registered.error().message);
        return databaseDownReply();
    });
}

template<typename Compose>
HttpReply TaskApi::whenChanged(const QFuture<Result<Task>> &changed, Compose compose)
{
    const auto promise = startedPromise();
    whenFinished(changed, this, [promise, compose](const QFuture<Result<Task>> &future) {
        if (future.resultCount() > 0)
            promise->addResult(compose(future.result()));
        promise->finish();
    });
    return replyOf(promise);
}

HttpReply TaskApi::cancel(const HttpRequest &request, const QString &rest)
{
    // A page from elsewhere can post a form without asking; where registering is open, nothing else would stop it.
    if (!request.header("Origin").isEmpty() && !isJson(request.header("Content-Type")))
        return problemReply(415, u"invalid payload"_s, u"the Content-Type must be application/json"_s);
    const auto id = taskIdIn(rest);
    if (id.isEmpty())
        return taskNotFound(rest);
    return whenChanged(m_registry.cancel(id), [rest](const Result<Task> &task) { return taskChanged(rest, task); });
}

HttpReply TaskApi::extend(const HttpRequest &request, const QString &rest)
{
    if (!isJson(request.header("Content-Type")))
        return problemReply(415, u"invalid payload"_s, u"the Content-Type must be application/json"_s);
    const auto timeout = extensionFromJson(request.body);
    if (!timeout)
        return problemReply(406, u"invalid payload"_s, timeout.error().message);
    const auto id = taskIdIn(rest);
    if (id.isEmpty())
        return taskNotFound(rest);
    return whenChanged(m_registry.extend(id, *timeout),
                       [rest](const Result<Task> &task) { return taskChanged(rest, task); });
}

HttpReply TaskApi::events(const HttpRequest &request, const QString & /*rest*/)
{
    const auto wanted = taskChangeRequestFrom(request.target, request.header("Last-Event-ID"));
    if (!wanted)
        return refusal(400, wanted.error().message);
    const auto promise = startedPromise();
    whenFinished(m_events.open(*wanted), this, [promise](const QFuture<TaskEvents::Opened> &opened) {
        if (opened.resultCount() > 0)
            promise->addResult(streamReply(opened.result()));
        promise->finish();
    });
    return replyOf(promise);
}

HttpReply TaskApi::listPage(const HttpRequest &request, const QString & /*rest*/)
{
    return later([pages = m_pages, request](TaskStore &store) { return pages->list(store, request); },
                 m_pages->unavailable());
}

HttpReply TaskApi::taskPage(const HttpRequest & /*request*/, const QString &rest)
{
    return later([pages = m_pages, rest](TaskStore &store) { return pages->task(store, rest); },
                 m_pages->unavailable());
}

HttpReply TaskApi::signIn(const HttpRequest &request, const QString & /*rest*/)
{
    return m_signIn ? m_signIn->begin(request, m_peer) : refusal(404, u"this server has no sign-in for browsers"_s);
}

HttpReply TaskApi::signedIn(const HttpRequest &request, const QString & /*rest*/)
{
    return m_signIn ? m_signIn->finish(request, m_peer) : refusal(404, u"this server has no sign-in for browsers"_s);
}

HttpReply TaskApi::asset(const HttpRequest &request, const QString & /*rest*/)
{
    return TaskPages::asset(QString::fromLatin1(pathOf(request.target).sliced(1)));
}

HttpReply TaskApi::version(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return jsonReply(200, jsonString(u"lynceus "_s + QStringLiteral(LYNCEUS_VERSION)));
}

HttpReply TaskApi::description(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return jsonReply(200, apiDescription());
}

HttpReply TaskApi::configuration(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return jsonReply(200, configJson(m_config));
}

HttpReply TaskApi::reachability(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return withRunning([hasArgoCd = !m_hub.hasTrouble()](const Result<qint64> &running) {
        const bool hasStore = running.has_value();
        QJsonObject object{{u"available"_s, hasArgoCd && hasStore}};
        if (!hasArgoCd || !hasStore)
            object.insert(u"reason"_s, hasStore ? u"argocd"_s : hasArgoCd ? u"database"_s : u"both"_s);
        return jsonReply(200, object);
    });
}

HttpReply TaskApi::deployLock(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return jsonReply(200, QByteArray("false"));
}

HttpReply TaskApi::notOffered(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return refusal(501, u"Lynceus does not offer this part of Argo Watcher's API"_s);
}

HttpReply TaskApi::alive(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    return jsonReply(200, QJsonObject{{u"status"_s, u"up"_s}});
}

HttpReply TaskApi::ready(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    if (m_draining || m_hub.isStarting())
        return jsonReply(503,
                         QJsonObject{{u"status"_s, u"down"_s},
                                     {u"reason"_s, m_draining ? u"shutting down"_s : u"reading the applications"_s}});
    return withRunning([](const Result<qint64> &running) {
        if (running)
            return jsonReply(200, QJsonObject{{u"status"_s, u"up"_s}});
        return jsonReply(503, QJsonObject{{u"status"_s, u"down"_s}, {u"reason"_s, u"state backend unreachable"_s}});
    });
}

HttpReply TaskApi::metrics(const HttpRequest & /*request*/, const QString & /*rest*/)
{
    struct Stored
    {
        qint64 running = 0;
        OutboxStates outbox;
    };
    const auto promise = startedPromise();
    m_store.run(
        this,
        [webhooks = m_webhooks](TaskStore &store) -> Result<Stored> {
            const auto running = store.countRunning();
            if (!running)
                return tl::unexpected(running.error());
            Stored stored{*running, {}};
            for (const auto &name : webhooks) {
                if (const auto counts = store.outbox().counts(name))
                    stored.outbox.emplace(name, *counts);
            }
            return stored;
        },
        [this, promise](const Result<Stored> &stored) {
            auto text = metricsText(m_registry.counts(), stored ? std::optional(stored->running) : std::nullopt, m_hub);
            if (m_webhookMetrics)
                text += m_webhookMetrics(stored ? stored->outbox : OutboxStates());
            HttpReply reply{200, "text/plain; version=0.0.4; charset=utf-8", std::move(text)};
            reply.headers.append("Cache-Control", "no-store");
            settle(promise, this, std::move(reply));
        });
    return replyOf(promise);
}

} // namespace lynceus
