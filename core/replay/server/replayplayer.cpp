#include "core/replay/server/replayplayer.h"

#include "core/domain/http/httpsyntax.h"
#include "core/io/compression/gzip.h"
#include "core/replay/recordings/jsonslice.h"

#include <algorithm>
#include <cmath>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShortBody = 2048; ///< Go's server uses Content-Length up to this size, chunks above
constexpr qsizetype kMostCached = 64;  ///< answers; a client polls about ten paths
constexpr qsizetype kWorthGzip = 150;  ///< bytes; smaller bodies would grow
constexpr double kSlowest = 0.001;     ///< recording seconds per second; at zero, waits would never end
constexpr int kUnauthenticated = 16;   ///< gRPC

const auto kPage = "<!doctype html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>Argo CD</title></head>"
                   "<body><p>This server replays a recording. It has no user interface.</p></body></html>\n";

HttpResponse plainText(int status, const QByteArray &text)
{
    return {.status = status, .contentType = "text/plain; charset=utf-8", .body = text};
}

bool wantsEvents(const HttpRequest &request)
{
    return request.header("accept") == "text/event-stream";
}

bool looksLikeJwt(const QByteArray &token)
{
    return token.count('.') == 2;
}

HttpResponse asResponse(const RecordingAnswer &answer)
{
    HttpResponse response;
    response.status = answer.status;
    response.contentType = answer.contentType;
    response.body = answer.body;
    response.fromGrpc = answer.status == 200;
    response.framing = answer.body.size() > kShortBody ? Framing::Chunked : Framing::Length;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    return response;
}

/// Logs are requested as events; a recording has them by line, an error as one answer.
RecordingAnswer asEvents(const RecordingAnswer &answer)
{
    if (answer.contentType == "text/event-stream")
        return answer;
    RecordingAnswer events{answer.status, "text/event-stream", {}};
    if (answer.status != 200) {
        const int code = jsonValue(answer.body, {"code"}).toInt();
        events.body = eventLine(streamError(answer.status, code, jsonString(jsonValue(answer.body, {"message"}))));
        return events;
    }
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.trimmed().isEmpty())
            events.body += eventLine(line.trimmed());
    }
    return events;
}

} // namespace

QByteArray eventLine(QByteArrayView json)
{
    QByteArray line;
    line.reserve(json.size() + 16);
    line += "data: ";
    line += json;
    return line += " \n\n\n";
}

QByteArray streamError(int status, int code, const QString &message)
{
    return "{\"error\":{\"grpc_code\":" + QByteArray::number(code) + ",\"http_code\":" + QByteArray::number(status)
        + ",\"message\":" + jsonQuoted(message) + ",\"http_status\":\"" + reasonPhrase(status) + "\"}}";
}

ReplayPlayer::ReplayPlayer(std::vector<Recording> recordings, ReplayOptions options, const Clock &clock)
    : m_instance(std::move(recordings), options.recordedOnly)
    , m_options(std::move(options))
    , m_clock(clock)
{
    m_options.speed = std::max(m_options.speed, kSlowest);
    while (m_options.basePath.endsWith(u'/'))
        m_options.basePath.chop(1);
    if (!m_options.basePath.isEmpty() && !m_options.basePath.startsWith(u'/'))
        m_options.basePath.prepend(u'/');
}

void ReplayPlayer::begin()
{
    if (!m_begun)
        m_begun = m_clock.steady();
}

Duration ReplayPlayer::elapsed() const
{
    if (!m_begun)
        return Duration{0};
    const auto real = static_cast<double>((m_clock.steady() - *m_begun).count());
    return Duration(std::llround(real * m_options.speed));
}

Duration ReplayPlayer::position() const
{
    const Duration end = m_instance.end();
    return m_options.loop && end.count() > 0 ? elapsed() % end : elapsed();
}

int ReplayPlayer::round() const
{
    const Duration end = m_instance.end();
    return m_options.loop && end.count() > 0 ? static_cast<int>(elapsed() / end) : 0;
}

Instant ReplayPlayer::date() const
{
    return m_instance.head().recorded + position();
}

std::optional<Duration> ReplayPlayer::untilNextChange() const
{
    const Duration now = position();
    const auto next = m_instance.nextChange(now);
    if (!next && !m_options.loop)
        return std::nullopt;
    const auto recordingTime = static_cast<double>((next.value_or(m_instance.end()) - now).count());
    return Duration(std::llround(std::ceil(recordingTime / m_options.speed)));
}

bool ReplayPlayer::isFaultyAt(Fault::Kind kind, Duration at) const
{
    return std::ranges::any_of(m_options.faults, [&](const Fault &fault) {
        return fault.kind == kind && at >= fault.from && (!fault.until || at < *fault.until);
    });
}

bool ReplayPlayer::isFaulty(Fault::Kind kind) const
{
    return isFaultyAt(kind, position());
}

const Fault *ReplayPlayer::faultFor(const QString &path) const
{
    const Duration now = position();
    const auto found = std::ranges::find_if(m_options.faults, [&](const Fault &fault) {
        return now >= fault.from && (!fault.until || now < *fault.until) && path.contains(fault.pathContains);
    });
    return found == m_options.faults.end() ? nullptr : &*found;
}

ReplayPlayer::Target ReplayPlayer::target(const HttpRequest &request) const
{
    Target target;
    const QString asked = QString::fromUtf8(request.target);
    const QString &base = m_options.basePath;
    const qsizetype mark = asked.indexOf(u'?');
    const QString path = mark < 0 ? asked : asked.first(mark);
    target.below = base.isEmpty() || path == base || path.startsWith(base + u'/');
    target.request = parseRecordingRequest(target.below ? asked.sliced(base.size()) : asked);
    target.isApi = target.below && target.request.path.startsWith("/api/"_L1);
    return target;
}

HttpResponse ReplayPlayer::unauthorized(bool asEvents, const QString &message)
{
    const RecordingAnswer answer = gatewayError(401, kUnauthenticated, message);
    HttpResponse response = asResponse(asEvents ? lynceus::asEvents(answer) : answer);
    if (asEvents)
        response.framing = Framing::Chunked;
    return response;
}

std::optional<HttpResponse> ReplayPlayer::signInRefusal(const HttpRequest &request, const Target &target) const
{
    if (m_options.token.isEmpty())
        return std::nullopt;
    const QByteArray authorization = request.header("authorization");
    const QByteArray token = authorization.startsWith("Bearer ") ? authorization.sliced(7).trimmed() : QByteArray();
    if (token == m_options.token)
        return std::nullopt;
    const QString &path = target.request.path;
    if (path == "/api/version"_L1)
        return asResponse({200, "application/json", "{\"Version\":" + jsonQuoted(m_instance.head().argocd) + "}"});
    if (path == "/api/v1/session/userinfo"_L1)
        return asResponse({200, "application/json", "{}"});
    if (path == "/api/v1/settings"_L1)
        return std::nullopt;
    // Text that does not look like a JWT is ignored (server.go, getToken).
    const bool events = wantsEvents(request) && (target.request.isStream() || path.endsWith("/logs"_L1));
    return unauthorized(events,
                        looksLikeJwt(token) ? u"invalid session: token signature is invalid: signature is invalid"_s
                                            : u"no session information"_s);
}

std::optional<HttpResponse> ReplayPlayer::refusal(const HttpRequest &request, const Target &target) const
{
    // The health check stays at the root, with any base path (server.go, withRootPath).
    if (request.method == "GET" && (request.target == "/healthz" || target.request.path == "/healthz"_L1))
        return plainText(200, "ok");
    if (!target.below)
        return plainText(404, "404 page not found\n");
    if (target.isApi && request.method != "GET" && request.method != "HEAD"
        && request.header("content-type") != "application/json")
        return plainText(415, "Invalid content type\n");
    if (request.method != "GET")
        return plainText(405, "Method Not Allowed\n");
    if (!target.isApi) {
        if (request.accepts("accept", "text/html"))
            return HttpResponse{.status = 200, .contentType = "text/html; charset=utf-8", .body = kPage};
        return plainText(404, "Not Found\n");
    }
    if (auto refused = signInRefusal(request, target))
        return refused;
    return target.request.isStream() ? streamRefusal(request, target) : std::nullopt;
}

/// For a tree stream of an application that does not exist, or whose trees are not recorded.
std::optional<HttpResponse> ReplayPlayer::streamRefusal(const HttpRequest &request, const Target &target) const
{
    if (target.request.application().isEmpty())
        return std::nullopt;
    RecordingRequest snapshot = target.request;
    snapshot.segments.removeAt(2); // "stream"
    snapshot.path = u'/' + snapshot.segments.join(u'/');
    const RecordingAnswer answer = m_instance.answer(snapshot, position());
    if (answer.status == 200 && m_instance.hasTrees(target.request))
        return std::nullopt;
    HttpResponse response = asResponse(wantsEvents(request) ? asEvents(answer) : answer);
    response.framing = Framing::Chunked;
    return response;
}

ReplayPlayer::Cached &ReplayPlayer::recorded(const HttpRequest &request, const Target &target)
{
    const bool events = wantsEvents(request) && target.request.path.endsWith("/logs"_L1);
    const QByteArray key = (events ? "e" : "j") + request.target;
    const qsizetype changes = m_instance.changesUntil(position());
    if (m_cache.size() > kMostCached && !m_cache.contains(key))
        m_cache.clear();
    Cached &cached = m_cache[key];
    if (cached.changes == changes && cached.round == round())
        return cached;
    const RecordingAnswer answer = m_instance.answer(target.request, position());
    cached = {changes, round(), asResponse(events ? asEvents(answer) : answer), {}};
    return cached;
}

std::optional<HttpResponse> ReplayPlayer::answer(const HttpRequest &request, const Target &target)
{
    if (auto refused = refusal(request, target))
        return refused;
    if (target.request.isStream() || (target.request.followsLog() && m_instance.logsOf(target.request)))
        return std::nullopt;
    Cached &cached = recorded(request, target);
    const bool worth = cached.plain.body.size() >= kWorthGzip && cached.plain.contentType != "text/event-stream";
    if (!worth || !request.accepts("accept-encoding", "gzip"))
        return cached.plain;
    if (cached.gzip.body.isEmpty()) {
        cached.gzip = cached.plain;
        cached.gzip.gzip = true;
        cached.gzip.body = gzipped(cached.plain.body);
        cached.gzip.framing = Framing::Chunked;
    }
    return cached.gzip;
}

HttpResponse ReplayPlayer::plainAnswer(const HttpRequest &request, const Target &target)
{
    if (auto refused = refusal(request, target))
        return *std::move(refused);
    return recorded(request, target).plain;
}

} // namespace lynceus
