#include "app/serve/taskapi.h"

#include "app/serve/answers/apidescription.h"
#include "app/serve/answers/jsonreply.h"
#include "app/serve/answers/pendingreply.h"
#include "app/serve/answers/taskanswers.h"
#include "app/serve/configjson.h"
#include "app/serve/metricstext.h"
#include "app/serve/oidc/readersignin.h"
#include "app/serve/taskjson.h"
#include "core/domain/http/requesttarget.h"
#include "core/domain/text/visibletext.h"
#include "core/io/serve/loopbackhost.h"
#include "core/io/tasks/tasksubmission.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostHost = 253; // characters of a host name
constexpr auto kNotAuthorized = "You are not authorized to perform this action"_L1;

QByteArray jsonString(const QString &text)
{
    const auto array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// The segment of @p path that the star in @p pattern matches; empty text if there is no star; no value: the path does
/// not match.
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
    reply.headers.append("X-Accel-Buffering", "no"); // prevents nginx from buffering events
    return reply;
}

TaskApi::Threads onlyThread(TaskThread &thread)
{
    return {thread, thread, thread};
}

/// True for browsers: programs do not ask for HTML.
bool isBrowser(const HttpRequest &request)
{
    return request.header("Accept").toLower().contains("text/html");
}

/// True for browsers, except that the API always returns JSON.
bool isForPage(const HttpRequest &request, const QByteArray &path)
{
    return isBrowser(request) && !path.startsWith("/api/");
}

/// Rebuilds the target from the pattern's segment and the query; the original target is never repeated.
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
    , m_enrolment(config, hub, registry, clock)
    , m_authenticator(config.access, clock)
    , m_events(threads.events, clock)
    , m_pages(std::make_shared<const TaskPages>(config.instances, config.publicUrl.path(QUrl::FullyEncoded)))
{
    connect(&registry, &TaskRegistry::written, &m_events, &TaskEvents::check);
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
    m_enrolment.drain();
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
    if (auto refused = refuseHost(request, path))
        return *std::move(refused);
    // As Argo Watcher, redirects "/x/" to "/x", but only for paths of this server.
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

std::optional<HttpReply> TaskApi::refuseHost(const HttpRequest &request, const QByteArray &path) const
{
    if (!m_config.address.isLoopback() || isForLoopback(request))
        return std::nullopt;
    const auto host = requestedHost(request);
    if (host == m_config.publicUrl.host(QUrl::FullyEncoded))
        return std::nullopt;
    const auto problem =
        u"the server listens on loopback and rejects requests for the host \"%1\"; if users open the server under "
        "this name, set public-url"_s.arg(visibleLine(host, kMostHost));
    return isForPage(request, path) ? m_pages->refused(403, problem)
                                    : jsonReply(403, QJsonObject{{u"error"_s, problem}});
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
        return isForPage(request, path) ? m_pages->refused(404, problem) : refusal(404, problem);
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
    const PendingReply pending;
    m_store.run(
        this, [compose](TaskStore &store) { return Result<HttpReply>(compose(store)); },
        [this, pending, otherwise](Result<HttpReply> reply) {
            pending.settle(this, reply ? *std::move(reply) : otherwise);
        });
    return pending.reply();
}

template<typename Compose>
HttpReply TaskApi::withRunning(Compose compose)
{
    const PendingReply pending;
    m_store.run(
        this, [](TaskStore &store) { return store.countRunning(); },
        [this, pending, compose](const Result<qint64> &running) { pending.settle(this, compose(running)); });
    return pending.reply();
}

HttpReply TaskApi::admit(const Route &route, const HttpRequest &request, const QString &peer, const QString &rest)
{
    const bool needsNone =
        route.need == Need::Nothing || (route.need == Need::Reading && m_authenticator.isReadingOpen());
    const auto id = needsNone ? QString() : Authenticator::storedTokenId(request);
    if (id.isEmpty())
        return answer(route, request, peer, rest, std::nullopt);
    const PendingReply pending;
    m_tokens.run(
        this, [id](TaskStore &store) { return store.deployTokens().find(id); },
        [this, &route, request, peer, rest, pending](const Result<std::optional<DeployToken>> &stored) {
            if (stored)
                return pending.settle(this, answer(route, request, peer, rest, *stored));
            pending.settle(this, isPage(route) && isBrowser(request) ? m_pages->unavailable() : databaseDownReply());
        });
    return pending.reply();
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
        return m_signIn->redirect(request); // for browsers
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
    task->token = m_caller;
    return m_enrolment.add(*std::move(task));
}

HttpReply TaskApi::cancel(const HttpRequest &request, const QString &rest)
{
    // Web pages of other origins can post forms without a preflight request; with open registration, nothing else would
    // prevent it.
    if (!request.header("Origin").isEmpty() && !isJson(request.header("Content-Type")))
        return problemReply(415, u"invalid payload"_s, u"the Content-Type must be application/json"_s);
    const auto id = taskIdIn(rest);
    if (id.isEmpty())
        return taskNotFound(rest);
    return replyWhen(m_registry.cancel(id), this, [rest](const Result<Task> &task) { return taskChanged(rest, task); });
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
    return replyWhen(m_registry.extend(id, *timeout), this,
                     [rest](const Result<Task> &task) { return taskChanged(rest, task); });
}

HttpReply TaskApi::events(const HttpRequest &request, const QString & /*rest*/)
{
    const auto wanted = taskChangeRequestFrom(request.target, request.header("Last-Event-ID"));
    if (!wanted)
        return refusal(400, wanted.error().message);
    return replyWhen(m_events.open(*wanted), this, streamReply);
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
    const PendingReply pending;
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
        [this, pending](const Result<Stored> &stored) {
            auto text = metricsText(m_registry.counts(), stored ? std::optional(stored->running) : std::nullopt, m_hub);
            if (m_webhookMetrics)
                text += m_webhookMetrics(stored ? stored->outbox : OutboxStates());
            HttpReply reply{200, "text/plain; version=0.0.4; charset=utf-8", std::move(text)};
            reply.headers.append("Cache-Control", "no-store");
            pending.settle(this, std::move(reply));
        });
    return pending.reply();
}

} // namespace lynceus
