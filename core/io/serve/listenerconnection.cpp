#include "core/io/serve/listenerconnection.h"

#include "core/io/serve/bodysource.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <array>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReadBuffer = 64 * 1024;          // bytes; TCP slows down clients that send more
constexpr qint64 kMostDiscarded = 4 * 1024 * 1024; // bytes of a rejected request
constexpr Duration kDiscarding{2'000};             // for a client to receive the rejection
// Bytes of a stream in the system's buffer; small because there may be many slow clients.
constexpr int kStreamBuffer = 64 * 1024;

/// The client sees the end of the answer while its own data is still read: closing with unread bytes would reset the
/// connection and lose the answer.
void endWriting(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
#endif
}

} // namespace

ListenerConnection::ListenerConnection(QTcpSocket *socket, HttpHandler &handler, const ListenerLimits &limits,
                                       const Clock &clock)
    : m_socket(socket)
    , m_tls(qobject_cast<QSslSocket *>(socket))
    , m_handler(handler)
    , m_limits(limits)
    , m_clock(clock)
    , m_parser(limits.body)
    , m_peer(socket->peerAddress().toString())
    , m_since(clock.steady())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBuffer);
    connect(m_socket, &QTcpSocket::readyRead, this, &ListenerConnection::read);
    // A TLS socket emits bytesWritten() while its encrypted data is not counted anywhere yet.
    if (m_tls)
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &ListenerConnection::takeWritten);
    else
        connect(m_socket, &QTcpSocket::bytesWritten, this, &ListenerConnection::takeWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &ListenerConnection::close);
    read(); // for data that arrived before the signals were connected
}

ListenerConnection::~ListenerConnection()
{
    m_socket->disconnect(this);
}

void ListenerConnection::read()
{
    if (std::exchange(m_inRead, true))
        return;
    std::array<char, 16 * 1024> piece{};
    while (m_phase == Phase::Reading) {
        const auto size = m_socket->peek(piece.data(), piece.size());
        if (size <= 0)
            break;
        if (m_parser.isFresh())
            m_since = m_clock.steady();
        const auto used = m_parser.take(QByteArrayView(piece.data(), size));
        std::ignore = m_socket->skip(used);
        if (m_parser.state() == RequestParser::State::Complete)
            answer();
        else if (m_parser.state() == RequestParser::State::Broken)
            refuse();
        else if (m_parser.expectsContinue() && !std::exchange(m_saidContinue, true))
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    m_inRead = false;
    if (m_phase == Phase::Discarding || m_phase == Phase::Streaming)
        discard();
}

void ListenerConnection::answer()
{
    const auto request = std::exchange(m_parser, RequestParser(m_limits.body)).request();
    m_saidContinue = false;
    m_isHead = request.method == "HEAD";
    m_keepAlive = request.keepAlive && !m_draining;
    auto reply = m_handler.reply(request, m_peer);
    if (reply.later)
        wait(*reply.later);
    else
        send(std::move(reply), m_isHead, m_keepAlive);
}

void ListenerConnection::wait(const QFuture<HttpReply> &later)
{
    m_phase = Phase::Waiting;
    m_since = m_clock.steady();
    m_later = std::make_unique<QFutureWatcher<HttpReply>>();
    connect(m_later.get(), &QFutureWatcherBase::finished, this, &ListenerConnection::takeLater);
    m_later->setFuture(later);
}

void ListenerConnection::takeLater()
{
    const auto future = m_later->future();
    m_later.release()->deleteLater(); // this is called from its signal
    if (m_phase != Phase::Waiting)
        return;
    send(future.resultCount() > 0 ? future.result() : m_handler.refusal(503, u"the server cannot answer now"_s),
         m_isHead, m_keepAlive);
}

void ListenerConnection::refuse()
{
    m_isRefused = true;
    send(m_handler.refusal(m_parser.status(), QString::fromLatin1(m_parser.problem())), false, false);
}

void ListenerConnection::send(HttpReply reply, bool isHead, bool keepAlive)
{
    m_phase = Phase::Writing;
    m_since = m_sentAt = m_clock.steady();
    m_keepAlive = keepAlive && !reply.source;
    m_socket->write(headOf(reply, m_clock.now(), keepAlive));
    if (reply.source && !isHead)
        stream(std::move(reply.source));
    else if (!isHead)
        m_socket->write(reply.body);
}

void ListenerConnection::stream(std::shared_ptr<BodySource> source)
{
    m_phase = Phase::Streaming;
    m_source = std::move(source);
    m_socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, kStreamBuffer);
    connect(m_source.get(), &BodySource::ready, this, &ListenerConnection::pump);
    connect(m_source.get(), &BodySource::ended, this, &ListenerConnection::endStream);
}

/// Bytes. A TLS socket does not count its own data once encrypted, whether or not the client takes it.
qint64 ListenerConnection::unsent() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
}

void ListenerConnection::pump()
{
    if (m_phase != Phase::Streaming || unsent() > 0)
        return;
    m_since = m_sentAt = m_clock.steady();
    if (const auto piece = m_source->next(); !piece.isEmpty())
        m_socket->write(piece);
}

void ListenerConnection::endStream()
{
    if (m_phase != Phase::Streaming)
        return;
    m_source->disconnect(this); // kept until destruction, because this may be called from one of its signals
    m_keepAlive = false;
    m_phase = Phase::Writing;
    if (unsent() == 0)
        finish();
}

void ListenerConnection::takeWritten()
{
    if (m_phase == Phase::Streaming)
        pump();
    if (m_phase != Phase::Writing)
        return;
    m_since = m_clock.steady();
    if (unsent() > 0)
        return;
    if (!m_keepAlive || m_draining) {
        finish();
        return;
    }
    m_phase = Phase::Reading;
    read(); // data that was sent ahead
}

void ListenerConnection::finish()
{
    m_phase = Phase::Discarding;
    m_since = m_clock.steady();
    if (!m_tls)
        endWriting(m_socket->socketDescriptor());
    else if (!m_isRefused)
        m_tls->disconnectFromHost(); // with TLS's close notification, and nothing unread
    // Otherwise the client knows by the length that the answer is complete; sweep() closes the connection.
    discard();
}

void ListenerConnection::discard()
{
    m_discarded += m_socket->skip(kReadBuffer);
    if (m_discarded > kMostDiscarded)
        abort();
}

void ListenerConnection::sweep()
{
    const auto taken = m_clock.steady() - m_since;
    switch (m_phase) {
    case Phase::Reading:
        if (isShakingHands()) {
            if (taken >= m_limits.head)
                abort();
        } else if (m_parser.isFresh()) {
            if (taken >= m_limits.idle)
                finish();
        } else if (taken >= (m_parser.state() == RequestParser::State::Head ? m_limits.head : m_limits.request)) {
            m_isRefused = true;
            send(m_handler.refusal(408, u"the request did not arrive in time"_s), false, false);
        }
        return;
    case Phase::Waiting:
        if (taken >= m_limits.answer) // a later answer is ignored
            send(m_handler.refusal(503, u"the server did not answer in time"_s), m_isHead, false);
        return;
    case Phase::Writing:
        if (taken >= m_limits.write)
            abort();
        return;
    case Phase::Streaming:
        if (unsent() > 0 && taken >= m_limits.write)
            abort();
        return;
    case Phase::Discarding:
        if (taken >= kDiscarding)
            abort();
        return;
    case Phase::Closed:
        return;
    }
}

std::optional<Duration> ListenerConnection::waitsForClientSince() const
{
    switch (m_phase) {
    case Phase::Reading:
    case Phase::Discarding:
        return m_since;
    case Phase::Writing:
        return m_sentAt;
    case Phase::Streaming:
        return unsent() > 0 ? std::optional(m_sentAt) : std::nullopt;
    case Phase::Waiting:
    case Phase::Closed:
        break;
    }
    return std::nullopt;
}

bool ListenerConnection::isShakingHands() const
{
    return m_tls && !m_tls->isEncrypted();
}

void ListenerConnection::drain()
{
    m_draining = true;
    if (isIdle())
        finish();
    else
        endStream();
}

void ListenerConnection::abort()
{
    m_socket->abort(); // emits disconnected() if it was connected
    close();
}

void ListenerConnection::close()
{
    if (std::exchange(m_phase, Phase::Closed) != Phase::Closed)
        Q_EMIT closed();
}

} // namespace lynceus
