#include "core/replay/server/replayconnection.h"

#include "core/io/serve/loopbackhost.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kKeepalive{15'000}; ///< of silence, real time (argoproj/pkg, forwarders.go)
/// Bytes that a client may leave unread; then the connection is closed.
constexpr qint64 kMostUnread = qint64(256) << 20;
constexpr qsizetype kMostBeforeReset = 32'768; ///< bytes: fits into any socket buffer
constexpr qsizetype kMostBody = 1024 * 1024;   ///< bytes; bodies are skipped, because the player accepts no changes
constexpr qint64 kSlowRate = 3;                ///< bytes a second

/// close() then sends RST instead of FIN.
void lingerNot(qintptr descriptor)
{
    linger option{};
    option.l_onoff = 1;
    option.l_linger = 0;
#ifdef Q_OS_WIN
    setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&option),
               sizeof option);
#else
    setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &option, sizeof option);
#endif
}

} // namespace

ReplayConnection::ReplayConnection(QTcpSocket *socket, ReplayPlayer &player, QObject *parent)
    : QObject(parent)
    , m_player(player)
    , m_socket(socket)
    , m_parser(kMostBody)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &ReplayConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &ReplayConnection::closed);
}

void ReplayConnection::reset()
{
    m_deaf = true;
    m_stream.reset();
    lingerNot(m_socket->socketDescriptor());
    m_socket->abort();
}

void ReplayConnection::finish()
{
    m_deaf = true;
    m_stream.reset();
    m_socket->disconnectFromHost();
}

void ReplayConnection::read()
{
    m_incoming += m_socket->readAll();
    while (!m_deaf) {
        m_incoming.remove(0, m_parser.take(m_incoming));
        if (m_parser.state() == RequestParser::State::Broken) {
            write({.status = 400, .contentType = "text/plain; charset=utf-8", .body = "400 Bad Request"}, false);
            return;
        }
        if (m_parser.state() != RequestParser::State::Complete)
            return;
        const auto request = std::exchange(m_parser, RequestParser(kMostBody)).request();
        if (!isForLoopback(request)) {
            write({.status = 403,
                   .contentType = "text/plain; charset=utf-8",
                   .body = "403 Forbidden: this server accepts requests for localhost and 127.0.0.1 only"},
                  false);
            return;
        }
        answer(request);
    }
    m_incoming.clear();
}

void ReplayConnection::answer(const HttpRequest &request)
{
    const ReplayPlayer::Target target = m_player.target(request);
    if (target.isApi)
        m_player.begin();
    Q_EMIT requestArrived(request.method, QString::fromUtf8(request.target), target.request.path);
    if (const Fault *fault = m_player.faultFor(target.request.path)) {
        const bool toStream =
            target.request.isStream() && (fault->kind == Fault::Kind::SlowBytes || fault->kind == Fault::Kind::Silence);
        if (!toStream) {
            breakAnswer(request, target, fault->kind);
            return;
        }
    }
    auto response = m_player.answer(request, target);
    if (!response) {
        openStream(request, target);
        return;
    }
    if (request.method == "HEAD") {
        response->length = response->body.size();
        response->framing = Framing::Length;
        response->body.clear();
    }
    write(*response, request.keepAlive);
}

void ReplayConnection::breakAnswer(const HttpRequest &request, const ReplayPlayer::Target &target, Fault::Kind kind)
{
    HttpResponse right;
    if (target.request.isStream()) {
        right.contentType = "text/event-stream";
        right.body = eventLine(
            ReplayStream(m_player.instance(), target.request, m_player.position()).sample(m_player.position()));
    } else {
        right = m_player.plainAnswer(request, target);
    }
    carryOut(brokenAnswer(kind, right, m_player.date(), m_faultsMade++));
}

void ReplayConnection::write(const HttpResponse &response, bool keepAlive)
{
    const bool stays = keepAlive && response.framing != Framing::Close;
    m_socket->write(responseHead(response, m_player.date(), stays));
    m_socket->write(response.framing == Framing::Chunked ? chunked(response.body) : response.body);
    if (!stays)
        finish();
}

void ReplayConnection::carryOut(const WirePlan &plan)
{
    m_socket->write(plan.bytes);
    m_slow = plan.slowBytes;
    m_slowSince = m_player.clock().steady();
    m_slowSent = 0;
    switch (plan.end) {
    case WirePlan::End::KeepAlive:
        return;
    case WirePlan::End::Fin:
        finish();
        return;
    case WirePlan::End::Reset:
        m_socket->flush();
        reset();
        return;
    case WirePlan::End::Hang:
        m_deaf = true;
        return;
    }
}

void ReplayConnection::openStream(const HttpRequest &request, const ReplayPlayer::Target &target)
{
    m_deaf = true;
    m_stream.emplace(m_player.instance(), target.request, m_player.position());
    m_streamPath = target.request.path;
    // Anything else gets JSON lines without keepalives (argoproj/pkg, forwarders.go).
    m_asEvents = request.header("accept") == "text/event-stream";
    m_headSent = false;
    m_round = m_player.round();
    m_lastByte = m_player.clock().steady();
    const auto frames = m_stream->opening();
    if (!isFaulty(Fault::Kind::Silence))
        writeFrames(frames);
}

/// Empty after the first call.
QByteArray ReplayConnection::takeStreamHead()
{
    if (std::exchange(m_headSent, true))
        return {};
    const HttpResponse head{.status = 200,
                            .contentType = m_asEvents ? "text/event-stream" : "application/json",
                            .fromGrpc = true,
                            .framing = Framing::Chunked};
    return responseHead(head, m_player.date(), true);
}

bool ReplayConnection::isFaulty(Fault::Kind kind) const
{
    const Fault *fault = m_player.faultFor(m_streamPath);
    return fault && fault->kind == kind;
}

void ReplayConnection::writeStreamBytes(const QByteArray &bytes)
{
    const QByteArray wire = takeStreamHead() + chunk(bytes);
    m_lastByte = m_player.clock().steady();
    if (m_slow.isEmpty() && !isFaulty(Fault::Kind::SlowBytes)) {
        m_socket->write(wire);
        return;
    }
    if (m_slow.isEmpty()) {
        m_slowSince = m_lastByte;
        m_slowSent = 0;
    }
    m_slow += wire;
}

void ReplayConnection::writeFrames(const std::vector<QByteArray> &frames)
{
    for (const QByteArray &frame : frames)
        writeStreamBytes(m_asEvents ? eventLine(frame) : frame + '\n');
}

void ReplayConnection::dribble()
{
    const bool isOver = m_stream && !isFaulty(Fault::Kind::SlowBytes);
    const qint64 due = (m_player.clock().steady() - m_slowSince).count() * kSlowRate / 1000;
    const qsizetype now = isOver ? m_slow.size() : std::min<qsizetype>(m_slow.size(), due - m_slowSent);
    if (now <= 0)
        return;
    m_socket->write(m_slow.first(now));
    m_slow.remove(0, now);
    m_slowSent += now;
}

void ReplayConnection::cutFrame(WirePlan::End end)
{
    const QByteArray wire = chunk(eventLine(m_stream->sample(m_player.position())));
    carryOut({takeStreamHead() + wire.first(std::min(wire.size() / 2, kMostBeforeReset)), {}, end});
}

/// Applies a fault to an open stream; true if it ended.
bool ReplayConnection::breakStream()
{
    const Fault *fault = m_player.faultFor(m_streamPath);
    if (!fault)
        return false;
    switch (fault->kind) {
    case Fault::Kind::Cut:
    case Fault::Kind::ResetInBody:
        cutFrame(fault->kind == Fault::Kind::Cut ? WirePlan::End::Fin : WirePlan::End::Reset);
        return true;
    case Fault::Kind::BadChunk:
        m_socket->write(takeStreamHead() + "none\r\n");
        finish();
        return true;
    case Fault::Kind::Reset:
        reset();
        return true;
    case Fault::Kind::Refuse:
    case Fault::Kind::Hang:
    case Fault::Kind::GzipCut:
    case Fault::Kind::GzipShort:
    case Fault::Kind::HalfHead:
    case Fault::Kind::FalseLength:
    case Fault::Kind::Truncate:
    case Fault::Kind::Empty:
    case Fault::Kind::Unauthorized:
    case Fault::Kind::Unavailable:
    case Fault::Kind::Html:
    case Fault::Kind::SlowBytes:
    case Fault::Kind::Silence:
    case Fault::Kind::StallTls:
    case Fault::Kind::Bomb:
    case Fault::Kind::Redirect:
        return false;
    }
    return false;
}

void ReplayConnection::advance()
{
    if (m_stream && (m_round != m_player.round())) {
        if (m_headSent)
            m_socket->write(chunk({})); // the recording restarts: a regular end makes clients list again
        finish();
        return;
    }
    if (m_stream && !breakStream()) {
        const auto frames = m_stream->advance(m_player.position());
        if (!isFaulty(Fault::Kind::Silence)) {
            writeFrames(frames);
            if (m_asEvents && m_player.clock().steady() - m_lastByte >= kKeepalive)
                writeStreamBytes(":\n");
        }
        if (m_socket->bytesToWrite() > kMostUnread)
            reset();
    }
    if (!m_slow.isEmpty())
        dribble();
}

} // namespace lynceus
