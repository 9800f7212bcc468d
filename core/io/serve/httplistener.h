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

/// An HTTP/1.1 server on one address and port for untrusted clients: heads, bodies, times and the number of connections
/// are limited, and a slow or silent client does not affect others. Answers the requests of a connection one after
/// another, without interpreting them. Lives in the thread of its handler.
///
/// With TLS, the handshake has the same time limit as the header of a request.
///
/// At the maximum number of connections, a new one replaces the one that has waited longest for its client, whether for
/// a request or for the client to take an answer.
class HttpListener final : public QObject
{
    Q_OBJECT
public:
    /// @p handler must outlive this.
    HttpListener(HttpHandler &handler, ListenerLimits limits, const Clock &clock, QObject *parent = nullptr);
    ~HttpListener() override;

    /// New connections use TLS with this certificate, which must be loaded and outlive this.
    void setCertificate(const ServerCertificate &certificate) { m_server.certificate = &certificate; }

    /// @p port 0: the system chooses. Error::Kind::Unreachable with address and reason.
    [[nodiscard]] Result<void> listen(const QHostAddress &address, quint16 port);
    /// 0 before listen().
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return static_cast<int>(m_connections.size()); }

    /// Accepts no new connections; existing ones are closed after their current answer.
    void drain();

    /// Closes connections that exceed a time limit; a timer calls it once a second.
    void sweep();

Q_SIGNALS:
    /// The last connection was closed.
    void emptied();

private:
    /// Creates sockets that start with a TLS handshake if there is a certificate.
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
