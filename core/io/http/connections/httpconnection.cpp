#include "core/io/http/connections/httpconnection.h"

#include "core/domain/http/requesthead.h"
#include "core/domain/redaction/redact.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr qsizetype kPiece = 16 * 1024; // bytes per read of a proxy's answer before the tunnel
constexpr int kProxyWantsPassword = 407;

QSslConfiguration withSettings(QSslConfiguration configuration, const TlsSettings &tls)
{
    configuration.setPeerVerifyMode(tls.insecure ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QByteArray("http/1.1")});
    if (!tls.authorities.isEmpty())
        configuration.setCaCertificates(tls.authorities);
    if (tls.clientKey) {
        configuration.setLocalCertificateChain(tls.clientCertificates);
        configuration.setPrivateKey(*tls.clientKey);
    }
    return configuration;
}

bool isSameProxy(const std::optional<ProxyServer> &left, const std::optional<ProxyServer> &right)
{
    if (!left || !right)
        return !left && !right;
    return left->kind == right->kind && left->host == right->host && left->port == right->port
        && left->user == right->user && left->password.reveal() == right->password.reveal();
}

} // namespace

bool HttpRoute::isSameAs(const HttpRoute &other) const
{
    return isEncrypted == other.isEncrypted && host == other.host && port == other.port
        && isSameProxy(proxy, other.proxy);
}

HttpConnection::HttpConnection(HttpRoute route, QObject *parent)
    : QObject(parent)
    , m_route(std::move(route))
{ }

HttpConnection::~HttpConnection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void HttpConnection::open()
{
    Q_ASSERT(!m_connector && !m_socket);
    const auto &host = m_route.proxy ? m_route.proxy->host : m_route.host;
    const auto port = m_route.proxy ? m_route.proxy->port : m_route.port;
    m_connector = std::make_unique<SocketConnector>(host, port, m_route.isEncrypted);
    connect(m_connector.get(), &SocketConnector::connected, this, &HttpConnection::takeSocket);
    connect(m_connector.get(), &SocketConnector::failed, this,
            [this](const QString &reason) { fail(Failure::Refused, reason + viaProxy()); });
    m_connector->start();
}

void HttpConnection::takeSocket()
{
    m_socket = m_connector->takeSocket();
    m_connector.release()->deleteLater(); // this is called from its signal
    // Queued, so that receivers of our signals may destroy this object without destroying the socket within Qt's code.
    connect(m_socket.get(), &QIODevice::readyRead, this, &HttpConnection::takeReadable, Qt::QueuedConnection);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &HttpConnection::takeClosed, Qt::QueuedConnection);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &HttpConnection::takeClosed, Qt::QueuedConnection);
    if (m_route.proxy && !m_route.asksProxy())
        startTunnel();
    else if (m_route.isEncrypted)
        startTls();
    else
        becomeOpen();
}

void HttpConnection::startTunnel()
{
    m_step = Step::Asking;
    const auto &proxy = *m_route.proxy;
    if (proxy.kind == ProxyServer::Kind::Socks5) {
        m_socks.emplace(m_route.host.toLatin1(), m_route.port, proxy.user, proxy.password.reveal());
        takeSocksAnswer({});
        return;
    }
    m_connect.emplace();
    auto head = connectHead(m_route.host, m_route.port, proxy);
    m_socket->write(head);
    wipeBytes(head.data(), head.size());
}

void HttpConnection::takeReadable()
{
    if (m_step == Step::Asking)
        readTunnel();
    else if (m_step == Step::Open)
        Q_EMIT progressed();
}

void HttpConnection::readTunnel()
{
    QByteArray piece(kPiece, Qt::Uninitialized);
    const QPointer<HttpConnection> alive(this);
    while (alive && m_step == Step::Asking) {
        const auto got = m_socket->read(piece.data(), piece.size());
        if (got <= 0)
            return;
        if (m_socks)
            takeSocksAnswer(QByteArrayView(piece).first(got));
        else
            takeConnectAnswer(QByteArrayView(piece).first(got));
    }
}

void HttpConnection::takeConnectAnswer(QByteArrayView bytes)
{
    const auto used = m_connect->take(bytes).bytes;
    if (m_connect->state() == ResponseParser::State::Broken)
        return fail(Failure::Refused,
                    u"the proxy sent an invalid response: %1"_s.arg(QLatin1StringView(m_connect->problem()))
                        + viaProxy());
    if (!m_connect->hasHead())
        return;
    const int status = m_connect->head().status;
    if (status == kProxyWantsPassword)
        return fail(Failure::Refused,
                    m_route.proxy->user.isEmpty() ? u"the proxy requires a user name and password"_s + viaProxy()
                                                  : u"the proxy rejected the user name and password"_s + viaProxy());
    if (status < 200 || status > 299)
        return fail(Failure::Refused,
                    u"the proxy did not connect to %1 (status %2)"_s.arg(m_route.host).arg(status) + viaProxy());
    if (used != bytes.size())
        return fail(Failure::Refused, u"the proxy sent unexpected data before the server's"_s + viaProxy());
    startTls();
}

void HttpConnection::takeSocksAnswer(QByteArrayView bytes)
{
    const auto used = m_socks->take(bytes);
    if (auto output = m_socks->takeOutput(); !output.isEmpty()) {
        m_socket->write(output);
        wipeBytes(output.data(), output.size());
    }
    if (m_socks->state() == Socks5Handshake::State::Failed)
        return fail(Failure::Refused,
                    u"the proxy did not connect to %1: %2"_s.arg(m_route.host, m_socks->problem()) + viaProxy());
    if (m_socks->state() != Socks5Handshake::State::Done)
        return;
    // Servers that we connect to never send first.
    if (used != bytes.size())
        return fail(Failure::Refused, u"the proxy sent unexpected data before the server's"_s + viaProxy());
    if (m_route.isEncrypted)
        startTls();
    else
        becomeOpen();
}

void HttpConnection::startTls()
{
    m_step = Step::Securing;
    auto *socket = qobject_cast<QSslSocket *>(m_socket.get());
    if (!QSslSocket::supportsSsl())
        return fail(Failure::Tls, u"Qt cannot find a TLS library"_s);
    m_peer = new PeerCheck(*socket, m_route.tls.pinnedFingerprint);
    connect(socket, &QSslSocket::encrypted, this, &HttpConnection::takeEncrypted, Qt::QueuedConnection);
    socket->setSslConfiguration(withSettings(socket->sslConfiguration(), m_route.tls));
    socket->setPeerVerifyName(m_route.host.endsWith(u'.') ? m_route.host.chopped(1) : m_route.host);
    socket->startClientEncryption();
}

void HttpConnection::takeEncrypted()
{
    if (m_step != Step::Securing)
        return;
    if (const auto &problem = m_peer->report().pinProblem; !problem.isEmpty())
        return fail(Failure::Certificate, problem);
    becomeOpen();
}

void HttpConnection::becomeOpen()
{
    m_step = Step::Open;
    m_connect.reset();
    m_socks.reset();
    Q_EMIT opened();
}

void HttpConnection::takeClosed()
{
    const QPointer<HttpConnection> alive(this);
    const auto error = m_socket->error();
    const bool isClosed =
        error == QAbstractSocket::RemoteHostClosedError || error == QAbstractSocket::UnknownSocketError;
    switch (m_step) {
    case Step::Connecting:
    case Step::Ended:
        return;
    case Step::Asking:
        readTunnel();
        if (alive && m_step == Step::Asking)
            fail(Failure::Refused, u"the proxy closed the connection"_s + viaProxy());
        return;
    case Step::Securing: {
        const auto report = peer();
        if (!report.pinProblem.isEmpty())
            return fail(Failure::Certificate, report.pinProblem);
        if (error == QAbstractSocket::SslHandshakeFailedError && !report.errors.isEmpty())
            return fail(Failure::Certificate, certificateProblem(report.errors, m_route.host));
        fail(Failure::Tls, isClosed ? u"the server closed the connection"_s : redactedText(m_socket->errorString()));
        return;
    }
    case Step::Open:
        if (m_socket->state() != QAbstractSocket::UnconnectedState && isClosed)
            return; // it still has unread bytes: `disconnected` follows
        m_step = Step::Ended;
        if (!isClosed)
            m_problem = {Failure::Reset, redactedText(m_socket->errorString())};
        Q_EMIT progressed();
        return;
    }
}

void HttpConnection::fail(Failure failure, const QString &detail)
{
    m_step = Step::Ended;
    m_problem = {failure, redactedText(detail)};
    if (m_socket)
        m_socket->abort();
    Q_EMIT progressed();
}

bool HttpConnection::isOpen() const
{
    return m_step == Step::Open && m_socket->state() == QAbstractSocket::ConnectedState;
}

void HttpConnection::write(const QByteArray &bytes)
{
    Q_ASSERT(m_socket);
    m_socket->write(bytes);
}

qsizetype HttpConnection::read(char *bytes, qsizetype most)
{
    const bool hasBeenOpen = m_step == Step::Open || m_step == Step::Ended;
    return m_socket && m_socket->isOpen() && hasBeenOpen ? qMax<qint64>(m_socket->read(bytes, most), 0) : 0;
}

bool HttpConnection::hasBytes() const
{
    return m_socket && m_socket->bytesAvailable() > 0;
}

bool HttpConnection::hasEnded() const
{
    return m_step == Step::Ended && !hasBytes();
}

PeerReport HttpConnection::peer() const
{
    return m_peer ? m_peer->report() : PeerReport();
}

// "Connection refused" alone would not show that the proxy refused.
QString HttpConnection::viaProxy() const
{
    return m_route.proxy ? u", through the proxy %1"_s.arg(m_route.proxy->text()) : QString();
}

} // namespace lynceus
