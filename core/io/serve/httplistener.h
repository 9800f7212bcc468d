#pragma once

#include "core/io/clock.h"
#include "core/io/serve/listenerconnection.h"
#include "core/io/serve/servercertificate.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// An HTTP/1.1 server on one address and port, made for clients that cannot be trusted: heads, bodies, times and the
/// number of connections are bounded, and a client that is slow or silent costs others nothing. It answers one request
/// of a connection after the other and knows nothing of what they mean. Lives in the thread of its handler.
///
/// With TLS, a connection has as much time for its handshake as for the header of a request.
///
/// When there are as many connections as allowed, the one whose client has kept us waiting for the longest time gives
/// way to a new one, whether it sends a request or takes an answer.
class HttpListener final : public QObject
{
    Q_OBJECT
public:
    /// @p handler outlives this.
    HttpListener(HttpHandler &handler, ListenerLimits limits, const Clock &clock, QObject *parent = nullptr);
    ~HttpListener() override;

    /// Connections speak TLS with this certificate from now on. It is loaded, and outlives this.
    void setCertificate(const ServerCertificate &certificate) { m_server.certificate = &certificate; }

    /// @p port 0: the system chooses. Error::Kind::Unreachable names the address and why it cannot be used.
    [[nodiscard]] Result<void> listen(const QHostAddress &address, quint16 port);
    /// 0 before listen().
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return static_cast<int>(m_connections.size()); }

    /// No new connections, and each that is there ends after the answer that it waits for.
    void drain();

    /// Ends what has taken too long; a timer calls it once a second.
    void sweep();

Q_SIGNALS:
    /// The last connection ended.
    void emptied();

private:
    /// Makes sockets that begin with a handshake where there is a certificate.
    class SocketServer final : public QTcpServer
    {
    public:
        const ServerCertificate *certificate = nullptr;

    protected:
        void incomingConnection(qintptr descriptor) override;
    };

    void accept();
    [[nodiscard]] bool makeRoom();
    void remove(ListenerConnection *connection);

    HttpHandler &m_handler;
    const ListenerLimits m_limits;
    const Clock &m_clock;
    SocketServer m_server;
    QTimer m_sweeping;
    std::vector<std::unique_ptr<ListenerConnection>> m_connections;
};

} // namespace lynceus
