#include "tests/support/tunnelproxy.h"

#include <QHostAddress>

#include <memory>

namespace lynceus::test {

struct TunnelProxy::Client
{
    QTcpSocket *socket = nullptr;
    QTcpSocket *server = nullptr; // set once the tunnel is open
    QByteArray bytes;
    int step = 0; // of the SOCKS5 handshake
};

TunnelProxy::TunnelProxy(Kind kind, quint16 target)
    : m_kind(kind)
    , m_target(target)
{
    if (!listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("no port to listen on: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = nextPendingConnection())
            take(socket);
    });
}

void TunnelProxy::demand(const QByteArray &user, const QByteArray &password)
{
    m_user = user;
    m_password = password;
}

QUrl TunnelProxy::url() const
{
    QUrl url;
    url.setScheme(m_kind == Kind::Connect ? QStringLiteral("http") : QStringLiteral("socks5h"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

void TunnelProxy::take(QTcpSocket *socket)
{
    const auto client = std::make_shared<Client>();
    client->socket = socket;
    connect(socket, &QIODevice::readyRead, this, [this, client] {
        const auto bytes = client->socket->readAll();
        if (client->server) {
            client->server->write(bytes);
            return;
        }
        m_reached += bytes;
        client->bytes += bytes;
        if (m_kind == Kind::Connect)
            readConnect(*client);
        else
            readSocks(*client);
    });
    connect(socket, &QAbstractSocket::disconnected, this, [client] {
        if (client->server)
            client->server->disconnectFromHost();
    });
}

void TunnelProxy::readConnect(Client &client)
{
    if (!client.bytes.contains("\r\n\r\n"))
        return;
    m_asked.append(client.bytes.split(' ').value(1));
    const auto login = "\r\nProxy-Authorization: Basic " + (m_user + ':' + m_password).toBase64() + "\r\n";
    if (!m_user.isEmpty() && !client.bytes.contains(login)) {
        client.socket->write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    tunnel(client, "HTTP/1.1 200 Connection established\r\n\r\n");
}

/// The client's messages arrive one by one, because it waits for each response.
void TunnelProxy::readSocks(Client &client)
{
    const auto bytes = std::exchange(client.bytes, {});
    const bool isLogin = client.step == 1 && !m_user.isEmpty();
    if (client.step++ == 0) {
        client.socket->write(m_user.isEmpty() ? QByteArray("\x05\x00", 2) : QByteArray("\x05\x02", 2));
    } else if (isLogin) {
        const auto wanted = QByteArray("\x01") + char(m_user.size()) + m_user + char(m_password.size()) + m_password;
        client.socket->write(bytes == wanted ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
    } else {
        const auto port = (uchar(bytes.at(bytes.size() - 2)) << 8) + uchar(bytes.back());
        m_asked.append(bytes.sliced(5).chopped(2) + ':' + QByteArray::number(port));
        tunnel(client, QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
    }
}

void TunnelProxy::tunnel(Client &client, const QByteArray &answer)
{
    auto *server = new QTcpSocket(client.socket);
    client.server = server;
    auto *socket = client.socket;
    connect(server, &QIODevice::readyRead, socket, [server, socket] { socket->write(server->readAll()); });
    connect(server, &QAbstractSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    socket->write(answer);
}

} // namespace lynceus::test
