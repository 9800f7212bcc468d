#pragma once

#include "core/domain/http/proxyenvironment.h"
#include "core/domain/http/responseparser.h"
#include "core/domain/http/socks5.h"
#include "core/io/http/connections/outgoingrequest.h"
#include "core/io/http/connections/peercheck.h"
#include "core/io/http/connections/socketconnector.h"
#include "core/io/http/connections/transport.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace lynceus {

/// Destination of a connection.
struct HttpRoute
{
    bool isEncrypted = false; ///< https
    QString host;             ///< name as ACE, or address without brackets
    quint16 port = 0;
    TlsSettings tls;
    std::optional<ProxyServer> proxy;

    /// Requests are sent to the proxy with the full URL instead of through a tunnel.
    [[nodiscard]] bool asksProxy() const { return proxy && proxy->kind == ProxyServer::Kind::Http && !isEncrypted; }
    /// Whether two requests of one instance can share a connection.
    [[nodiscard]] bool isSameAs(const HttpRoute &other) const;
};

/// A TCP connection to a server, possibly through a proxy and with TLS. Buffers at most SocketConnector::kReadBuffer
/// bytes; the rest waits in the network. Destroying it closes it at once without waiting.
class HttpConnection final : public QObject
{
    Q_OBJECT
public:
    explicit HttpConnection(HttpRoute route, QObject *parent = nullptr);
    ~HttpConnection() override;

    /// Call once.
    void open();

    [[nodiscard]] const HttpRoute &route() const { return m_route; }
    /// Bytes can be written: opened() was emitted, and the server has not closed it.
    [[nodiscard]] bool isOpen() const;
    void write(const QByteArray &bytes);
    /// Reads up to @p most received bytes; 0: none now.
    [[nodiscard]] qsizetype read(char *bytes, qsizetype most);
    [[nodiscard]] bool hasBytes() const;
    /// The end was reached and everything was read.
    [[nodiscard]] bool hasEnded() const;
    /// Why it ended; no failure: the server closed it after it was open.
    [[nodiscard]] const TransportProblem &problem() const { return m_problem; }
    [[nodiscard]] PeerReport peer() const;

Q_SIGNALS:
    /// Emitted once, never during open(). Slots of both signals may destroy the connection.
    void opened();
    /// Bytes arrived, the connection ended, or it could not be opened: read, then check hasEnded().
    void progressed();

private:
    enum class Step { Connecting, Asking, Securing, Open, Ended };

    void takeSocket();
    void takeReadable();
    void takeClosed();
    void startTunnel();
    void readTunnel();
    void takeConnectAnswer(QByteArrayView bytes);
    void takeSocksAnswer(QByteArrayView bytes);
    void startTls();
    void takeEncrypted();
    void becomeOpen();
    void fail(TransportOutcome::Failure failure, const QString &detail);
    [[nodiscard]] QString viaProxy() const;

    HttpRoute m_route;
    Step m_step = Step::Connecting;
    std::unique_ptr<SocketConnector> m_connector;
    std::unique_ptr<QTcpSocket> m_socket;
    PeerCheck *m_peer = nullptr; // a child of the socket
    std::optional<ResponseParser> m_connect;
    std::optional<Socks5Handshake> m_socks;
    TransportProblem m_problem;
};

} // namespace lynceus
