#include "core/engine/clients/argocdclient.h"

#include "core/domain/argocd/requests/applicationfilter.h"
#include "core/engine/clients/answerpromise.h"
#include "core/engine/clients/logreader.h"

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// The server answers a refresh when the controller has taken it up: usually within seconds, with a long queue within
// minutes (argocd-api: no limit on the server; ingresses often cut at 60 s).
constexpr Duration kRefreshDeadline{75'000};
// Bytes: 25,000 full applications, seven times as many with `fields`. Limits the memory that a broken server can use.
constexpr qint64 kListCap = 128LL * 1024 * 1024;
constexpr qint64 kSmallCap = 1024 * 1024; // bytes; most answers have some hundred, the groups of a user some 50 kB
constexpr qint64 kSettingsCap = 4 * 1024 * 1024; // bytes; about 100 kB with all resource overrides
constexpr Duration kListDeadline{180'000};       // a server took 1 to 2 minutes for 4,200 applications (#15276)
constexpr Duration kListInactivity{90'000};      // the server sends the head after counting all applications

Result<std::shared_ptr<DecodedApplicationList>> decodedList(Decoder &decoder, QByteArray body, ApplicationDetail detail,
                                                            const ApplicationFilter &filter)
{
    auto decoded = decoder.applicationList(std::move(body), detail);
    if (!decoded)
        return tl::unexpected(std::move(decoded.error()));
    std::erase_if(decoded->applications, [&](const Application &application) { return !filter.matches(application); });
    return std::make_shared<DecodedApplicationList>(std::move(*decoded));
}

/// The result of a future without other readers, so that a large body is moved instead of copied. QFuture::takeResult()
/// would reset the future: its QPromise then counts as unfinished on destruction and runs the continuation a second
/// time (Qt 6.4).
Result<Reply> &soleResult(const QFuture<Result<Reply>> &settled)
{
    return const_cast<Result<Reply> &>(*settled.constBegin());
}

/// Converts Result<T> to Result<shared_ptr<const T>>, because answers have several owners.
template<typename T>
Result<std::shared_ptr<const T>> shared(Result<T> decoded)
{
    if (!decoded)
        return tl::unexpected(std::move(decoded.error()));
    return std::make_shared<const T>(std::move(*decoded));
}

} // namespace

ArgoCdClient::ArgoCdClient(QString instance, InstanceAccess access, const Clock &clock, QObject *parent,
                           Workers *workers)
    : QObject(parent)
    , m_instance(std::move(instance))
    , m_clock(clock)
    , m_workers(workers)
    , m_decoding(std::make_shared<Decoding>(clock))
    , m_http(access, clock)
    , m_refreshHttp(std::move(access), clock)
{ }

ArgoCdClient::~ArgoCdClient() = default;

ArgoCdClient::Decoding::Decoding(const Clock &ours)
    : clock(ours)
    , jumps(ours.now(), ours.steady())
{ }

void ArgoCdClient::Decoding::noteJump()
{
    if (jumps.take(clock.now(), clock.steady()))
        serverClock.forget();
}

void ArgoCdClient::Decoding::learn(Instant date, Instant askedAt, Instant answeredAt)
{
    noteJump();
    reportsTime = true;
    serverClock.learn(date, askedAt, answeredAt);
}

Instant ArgoCdClient::serverNow() const
{
    m_decoding->noteJump();
    return m_decoding->serverClock.at(m_clock.now());
}

void ArgoCdClient::learnServerTime(Instant date, Instant askedAt, Instant answeredAt)
{
    m_decoding->learn(date, askedAt, answeredAt);
}

Request ArgoCdClient::patient(Request request) const
{
    request.inactivity = std::max(request.inactivity, m_patience);
    request.deadline = std::max(request.deadline, m_patience);
    return request;
}

template<typename T, typename Decode>
FutureAnswer<T> ArgoCdClient::ask(const Request &request, QObject *context, Decode decode)
{
    return ask<T>(m_http, request, context, std::move(decode));
}

template<typename T, typename Decode>
FutureAnswer<T> ArgoCdClient::ask(HttpClient &http, const Request &request, QObject *context, Decode decode)
{
    const auto promise = std::make_shared<AnswerPromise<Result<Answer<T>>>>(context);
    const auto take = [promise, decoding = m_decoding, decode = std::move(decode),
                       asked = u"GET "_s + request.path.path](QFuture<Result<Reply>> settled) {
        auto &reply = soleResult(settled);
        if (!reply)
            return promise->settle(tl::unexpected(std::move(reply.error())));
        if (reply->serverTime)
            decoding->learn(*reply->serverTime, reply->askedAt, reply->answeredAt);
        auto decoded = decode(decoding->decoder, std::move(reply->body));
        if (decoded)
            return promise->settle(Answer<T>{std::move(*decoded), decoding->serverClock.at(reply->askedAt)});
        if (decoded.error().asked.isEmpty())
            decoded.error().asked = asked;
        promise->settle(tl::unexpected(std::move(decoded.error())));
    };
    auto future = promise->future(); // now, because the promise may settle before we return
    std::ignore = http.get(patient(request), context).then(take);
    return future;
}

FutureAnswer<ServerVersion> ArgoCdClient::version(QObject *context)
{
    return ask<ServerVersion>({.path = versionPath(), .bodyCap = kSmallCap}, context,
                              [](Decoder &decoder, QByteArray body) { return decoder.version(std::move(body)); });
}

FutureAnswer<ServerSettings> ArgoCdClient::settings(QObject *context)
{
    return ask<ServerSettings>({.path = settingsPath(), .bodyCap = kSettingsCap}, context,
                               [](Decoder &decoder, QByteArray body) { return decoder.settings(std::move(body)); });
}

FutureAnswer<UserInfo> ArgoCdClient::userInfo(QObject *context)
{
    return ask<UserInfo>({.path = userInfoPath(), .bodyCap = kSmallCap}, context,
                         [](Decoder &decoder, QByteArray body) { return decoder.userInfo(std::move(body)); });
}

FutureAnswer<bool> ArgoCdClient::canI(AccountRight right, const QString &project, const QString &application,
                                      QObject *context)
{
    return ask<bool>({.path = canIPath(right, project, application), .bodyCap = kSmallCap}, context,
                     [](Decoder &decoder, QByteArray body) { return decoder.canI(std::move(body)); });
}

FutureAnswer<std::shared_ptr<DecodedApplicationList>> ArgoCdClient::list(const ServerVersion &server,
                                                                         ApplicationDetail detail,
                                                                         const ListFilter &filter, QObject *context)
{
    return askForList(listPath(server, detail, filter), detail, filter, context);
}

FutureAnswer<std::shared_ptr<DecodedApplicationList>> ArgoCdClient::owners(const ListFilter &filter, QObject *context)
{
    return askForList(ownersPath(filter), ApplicationDetail::Summary, filter, context);
}

FutureAnswer<std::shared_ptr<DecodedApplicationList>> ArgoCdClient::askForList(const ApiPath &path,
                                                                               ApplicationDetail detail,
                                                                               const ListFilter &filter,
                                                                               QObject *context)
{
    using List = std::shared_ptr<DecodedApplicationList>;
    auto checked = ApplicationFilter::from(filter);
    if (!checked)
        return QtFuture::makeReadyFuture(Result<Answer<List>>(tl::unexpected(checked.error())));
    const Request request{.path = path,
                          .inactivity = kListInactivity,
                          .deadline = kListDeadline,
                          .bodyCap = kListCap,
                          .unpacksLater = m_workers != nullptr};
    const auto decode = [detail, filter = std::move(*checked)](Decoder &decoder, QByteArray body) {
        return decodedList(decoder, std::move(body), detail, filter);
    };
    return m_workers ? askWorkers<List>(request, context, decode) : ask<List>(request, context, decode);
}

template<typename T, typename Decode>
FutureAnswer<T> ArgoCdClient::askWorkers(const Request &request, QObject *context, Decode decode)
{
    const auto promise = std::make_shared<AnswerPromise<Result<Answer<T>>>>(context);
    const QPointer<ArgoCdClient> alive(this);
    const auto take = [promise, alive, context, decode = std::move(decode),
                       asked = u"GET "_s + request.path.path](QFuture<Result<Reply>> settled) {
        auto &reply = soleResult(settled);
        if (!reply)
            return promise->settle(tl::unexpected(std::move(reply.error())));
        if (!alive)
            return promise->settle(
                tl::unexpected(Error{Error::Kind::Cancelled, asked, u"Lynceus is quitting"_s, false, 0}));
        if (reply->serverTime)
            alive->learnServerTime(*reply->serverTime, reply->askedAt, reply->answeredAt);
        const auto askedAt = alive->m_decoding->serverClock.at(reply->askedAt);
        auto work = [decode, body = std::move(reply->body), packed = std::move(reply->packed),
                     share = std::move(reply->share)]() mutable -> Result<T> {
            auto decoded = [&]() -> Result<T> {
                Decoder decoder;
                auto plain = packed ? unpacked(*std::exchange(packed, std::nullopt), share.get())
                                    : Result<QByteArray>(std::move(body));
                if (!plain)
                    return tl::unexpected(std::move(plain.error()));
                return decode(decoder, *std::move(plain));
            }();
            share.reset();
            Workers::giveMemoryBack();
            return decoded;
        };
        alive->m_workers->run(context, std::move(work), [promise, askedAt, asked](Result<T> decoded) {
            if (decoded)
                return promise->settle(Answer<T>{std::move(*decoded), askedAt});
            decoded.error().asked = asked;
            promise->settle(tl::unexpected(std::move(decoded.error())));
        });
    };
    auto future = promise->future(); // now, because the promise may settle before we return
    std::ignore = m_http.get(patient(request), context).then(take);
    return future;
}

FutureAnswer<std::shared_ptr<const Application>> ArgoCdClient::application(const ApplicationKey &key,
                                                                           const QString &project, Refresh refresh,
                                                                           QObject *context)
{
    Request request{.path = applicationPath(key, project, refresh)};
    if (refresh != Refresh::None)
        request.inactivity = request.deadline = kRefreshDeadline;
    return ask<std::shared_ptr<const Application>>(
        refresh == Refresh::None ? m_http : m_refreshHttp, request, context,
        [](Decoder &decoder, QByteArray body) { return shared(decoder.application(std::move(body))); });
}

FutureAnswer<std::shared_ptr<const ResourceTree>> ArgoCdClient::tree(const ApplicationKey &key, const QString &project,
                                                                     QObject *context)
{
    return ask<std::shared_ptr<const ResourceTree>>(
        {.path = treePath(key, project)}, context,
        [](Decoder &decoder, QByteArray body) { return shared(decoder.resourceTree(std::move(body))); });
}

FutureAnswer<std::shared_ptr<const ManagedResources>> ArgoCdClient::managedResources(const ApplicationKey &key,
                                                                                     const QString &project,
                                                                                     QObject *context)
{
    return ask<std::shared_ptr<const ManagedResources>>(
        {.path = managedResourcesPath(key, project)}, context,
        [](Decoder &decoder, QByteArray body) { return shared(decoder.managedResources(std::move(body))); });
}

FutureAnswer<std::optional<Manifests>> ArgoCdClient::manifests(const ApplicationKey &key, const QString &project,
                                                               const ResourceKey &resource, QObject *context)
{
    return ask<std::optional<Manifests>>(
        {.path = managedResourcePath(key, project, resource)}, context,
        [resource](Decoder &decoder, QByteArray body) { return decoder.manifests(std::move(body), resource); });
}

FutureAnswer<QString> ArgoCdClient::resourceManifest(const ApplicationKey &key, const QString &project,
                                                     const ResourceKey &resource, const QString &version,
                                                     QObject *context)
{
    return ask<QString>({.path = resourcePath(key, project, resource, version)}, context,
                        [](Decoder &decoder, QByteArray body) { return decoder.resourceManifest(std::move(body)); });
}

FutureAnswer<std::vector<ResourceEvent>> ArgoCdClient::applicationEvents(const ApplicationKey &key,
                                                                         const QString &project, QObject *context)
{
    return ask<std::vector<ResourceEvent>>(
        {.path = applicationEventsPath(key, project)}, context,
        [](Decoder &decoder, QByteArray body) { return decoder.events(std::move(body)); });
}

FutureAnswer<std::vector<ResourceEvent>> ArgoCdClient::resourceEvents(const ApplicationKey &key, const QString &project,
                                                                      const ResourceKey &resource, const QString &uid,
                                                                      QObject *context)
{
    return ask<std::vector<ResourceEvent>>(
        {.path = resourceEventsPath(key, project, resource, uid)}, context,
        [](Decoder &decoder, QByteArray body) { return decoder.events(std::move(body)); });
}

FutureAnswer<std::vector<LogLine>> ArgoCdClient::logs(const ApplicationKey &key, const QString &project,
                                                      const LogQuery &query, QObject *context)
{
    ++m_logRequests;
    const auto promise = std::make_shared<AnswerPromise<Result<Answer<std::vector<LogLine>>>>>(context);
    auto *reader = new LogReader(access(), logsPath(key, project, query), m_clock, context);
    const auto askedAt = m_clock.now();
    connect(reader, &LogReader::finished, context,
            [promise, askedAt, decoding = m_decoding](const Result<std::vector<LogLine>> &lines) {
                promise->settle(lines.map([&](const std::vector<LogLine> &read) {
                    return Answer<std::vector<LogLine>>{read, decoding->serverClock.at(askedAt)};
                }));
            });
    reader->read();
    return promise->future();
}

FutureAnswer<std::shared_ptr<const SyncWindows>> ArgoCdClient::syncWindows(const ApplicationKey &key,
                                                                           const QString &project, QObject *context)
{
    return ask<std::shared_ptr<const SyncWindows>>(
        {.path = syncWindowsPath(key, project), .bodyCap = kSettingsCap}, context,
        [](Decoder &decoder, QByteArray body) { return shared(decoder.syncWindows(std::move(body))); });
}

FutureAnswer<std::shared_ptr<const ApplicationSetProgress>> ArgoCdClient::applicationSet(const QString &name,
                                                                                         const QString &nameSpace,
                                                                                         QObject *context)
{
    return ask<std::shared_ptr<const ApplicationSetProgress>>(
        {.path = applicationSetPath(name, nameSpace)}, context,
        [](Decoder &decoder, QByteArray body) { return shared(decoder.applicationSet(std::move(body))); });
}

FutureAnswer<std::shared_ptr<const ApplicationSetContents>> ArgoCdClient::applicationSetContents(
    const QString &name, const QString &nameSpace, QObject *context)
{
    return ask<std::shared_ptr<const ApplicationSetContents>>(
        {.path = applicationSetPath(name, nameSpace)}, context,
        [](Decoder &, QByteArray body) { return shared(lynceus::applicationSetContents(std::move(body))); });
}

FutureAnswer<RevisionMetadata> ArgoCdClient::revisionMetadata(const ApplicationKey &key, const QString &project,
                                                              const QString &revision, QObject *context)
{
    return ask<RevisionMetadata>(
        {.path = revisionMetadataPath(key, project, revision), .bodyCap = kSmallCap}, context,
        [](Decoder &decoder, QByteArray body) { return decoder.revisionMetadata(std::move(body)); });
}

} // namespace lynceus
