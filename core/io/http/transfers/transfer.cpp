#include "core/io/http/transfers/transfer.h"

#include "core/domain/http/requesthead.h"
#include "core/io/http/connections/systemproxy.h"

#include <QElapsedTimer>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr qsizetype kPiece = 16 * 1024;         // bytes per read
constexpr qsizetype kBytesPerTurn = 256 * 1024; // per iteration of the event loop
constexpr qint64 kTurn = 5;                     // ms, per iteration: receivers may be fast or slow
constexpr int kProxyWantsPassword = 407;

} // namespace

Transfer::Transfer(OutgoingRequest request, ConnectionPool *pool, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_pool(pool)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Transfer::readOn);
}

Transfer::~Transfer()
{
    releaseConnection(false);
}

void Transfer::start()
{
    Q_ASSERT(!m_connection && !m_isFinished);
    findProxy(m_request, this, [this](auto proxy) { takeProxy(std::move(proxy)); });
}

void Transfer::takeProxy(Result<std::optional<ProxyServer>> proxy)
{
    if (!proxy) {
        finishLater({Failure::Refused, proxy.error().message});
        return;
    }
    const auto &url = m_request.url;
    const bool isEncrypted = url.scheme() == "https"_L1;
    m_route = {isEncrypted, url.host(QUrl::FullyEncoded), static_cast<quint16>(url.port(isEncrypted ? 443 : 80)),
               m_request.tls, std::move(*proxy)};
    if (m_pool)
        m_connection = m_pool->take(m_route);
    if (!m_connection) {
        connectAgain();
        return;
    }
    m_isFromPool = true;
    m_peer = m_connection->peer();
    connect(m_connection.get(), &HttpConnection::progressed, this, &Transfer::readOn);
    send();
}

void Transfer::connectAgain()
{
    m_isFromPool = false;
    m_connection = std::make_unique<HttpConnection>(m_route);
    connect(m_connection.get(), &HttpConnection::opened, this, [this] {
        m_peer = m_connection->peer();
        const QPointer<Transfer> alive(this);
        Q_EMIT connected();
        if (alive)
            send();
    });
    connect(m_connection.get(), &HttpConnection::progressed, this, &Transfer::readOn);
    m_connection->open();
}

void Transfer::send()
{
    auto headers = m_request.headers;
    if (m_route.asksProxy()) {
        if (const auto authorization = proxyAuthorization(*m_route.proxy); !authorization.isEmpty())
            headers.set("Proxy-Authorization", authorization);
    }
    auto body = m_request.body.reveal();
    auto bytes = requestHead(m_request.method, m_request.url,
                             m_route.asksProxy() ? RequestTarget::Url : RequestTarget::Path, headers, body.size());
    if (!bytes) {
        finishLater({Failure::Refused, bytes.error().message});
        return;
    }
    *bytes += body;
    m_connection->write(*bytes);
    wipeBytes(bytes->data(), bytes->size());
}

void Transfer::resume()
{
    if (std::exchange(m_isPaused, false) && !m_isFinished)
        m_again.start(0);
}

void Transfer::readOn()
{
    if (m_isFinished || m_isPaused || !m_connection)
        return;
    if (m_buffer.isEmpty())
        m_buffer.resize(kPiece);
    QElapsedTimer turn;
    turn.start();
    for (qsizetype read = 0; read < kBytesPerTurn && !m_isPaused && turn.elapsed() < kTurn;) {
        const auto got = m_connection->read(m_buffer.data(), m_buffer.size());
        if (got == 0)
            break;
        read += got;
        m_hasBytes = true;
        if (!feed(QByteArrayView(m_buffer).first(got)))
            return;
    }
    if (m_isPaused)
        return;
    if (m_connection->hasEnded())
        connectionEnded();
    else if (m_connection->hasBytes())
        m_again.start(0);
}

/// False: it is finished, or destroyed.
bool Transfer::feed(QByteArrayView bytes)
{
    const QPointer<Transfer> alive(this);
    while (!bytes.isEmpty()) {
        const bool hadHead = m_parser.hasHead();
        const auto taken = m_parser.take(bytes);
        if (!hadHead && m_parser.hasHead()) {
            Q_EMIT headArrived();
            if (!alive)
                return false;
        }
        if (!taken.body.isEmpty()) {
            Q_EMIT bodyArrived(taken.body);
            if (!alive)
                return false;
        }
        if (taken.bytes == 0)
            break;
        bytes = bytes.sliced(taken.bytes);
    }
    switch (m_parser.state()) {
    case ResponseParser::State::Head:
    case ResponseParser::State::Body:
        return true;
    case ResponseParser::State::Complete:
        releaseConnection(m_parser.keepsConnection() && bytes.isEmpty());
        finish({});
        return false;
    case ResponseParser::State::Broken:
        finish({Failure::Encoding, QString::fromLatin1(m_parser.problem())});
        return false;
    }
    return false;
}

void Transfer::connectionEnded()
{
    const auto problem = m_connection->problem();
    const auto peer = m_connection->peer();
    if (m_isFromPool && !m_hasBytes && m_request.method == "GET") {
        releaseConnection(false);
        connectAgain();
        return;
    }
    if (!peer.certificate.isNull() || !peer.errors.isEmpty())
        m_peer = peer;
    if (problem.failure != Failure::None) {
        finish(problem);
        return;
    }
    m_parser.end();
    if (m_parser.state() == ResponseParser::State::Complete)
        finish({});
    else
        finish({Failure::Reset, QString::fromLatin1(m_parser.problem())});
}

void Transfer::finishLater(const TransportProblem &problem)
{
    QMetaObject::invokeMethod(
        this, [this, problem] { finish(problem); }, Qt::QueuedConnection);
}

void Transfer::finish(const TransportProblem &problem)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_again.stop();
    releaseConnection(false);
    m_problem = problem;
    // This is always a proxy's answer.
    if (hasHead() && head().status == kProxyWantsPassword) {
        const auto proxy = m_route.proxy ? u"the proxy %1"_s.arg(m_route.proxy->text()) : u"a proxy"_s;
        const bool offered = m_route.proxy && !m_route.proxy->user.isEmpty();
        m_problem = {Failure::Refused,
                     (offered ? u"%1 rejected the user name and password"_s : u"%1 requires a user name and password"_s)
                         .arg(proxy)};
    }
    Q_EMIT finished();
}

void Transfer::releaseConnection(bool isReusable)
{
    if (!m_connection)
        return;
    m_connection->disconnect(this);
    if (isReusable && m_pool)
        m_pool->keep(std::move(m_connection));
    m_connection.reset();
}

CredentialScrubber Transfer::scrubber() const
{
    return CredentialScrubber(m_request, m_route.proxy ? &*m_route.proxy : nullptr);
}

} // namespace lynceus
