#include "tests/support/rawserver.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <deque>
#include <sys/socket.h>

namespace lynceus::test {

WireStep send(const QByteArray &bytes)
{
    return {WireStep::Kind::Send, bytes, {}};
}

WireStep drip(const QByteArray &bytes, Duration pause)
{
    return {WireStep::Kind::Drip, bytes, pause};
}

WireStep finish()
{
    return {WireStep::Kind::Finish, {}, {}};
}

WireStep reset()
{
    return {WireStep::Kind::Reset, {}, {}};
}

WireStep pause(Duration duration)
{
    return {WireStep::Kind::Pause, {}, duration};
}

/// One accepted socket and its remaining steps.
class RawServer::Connection final : public QObject
{
public:
    Connection(RawServer &server, QTcpSocket *socket, int number)
        : QObject(&server)
        , m_server(server)
        , m_socket(socket)
        , m_number(number)
    {
        m_socket->setParent(this);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { play(); });
        connect(m_socket, &QIODevice::readyRead, this, [this] { read(); });
        connect(m_socket, &QIODevice::bytesWritten, this, [this] { play(); });
        connect(m_socket, &QAbstractSocket::disconnected, this, [this] { closed(); });
    }

    void write(const QByteArray &bytes)
    {
        m_steps.push_back(send(bytes));
        play();
    }
    void finish() { m_socket->disconnectFromHost(); }

private:
    void read()
    {
        m_received += m_socket->readAll();
        if (m_server.m_answersAnything) {
            m_received.clear();
            enqueue(m_server.m_answer({}));
            return;
        }
        for (auto end = m_received.indexOf("\r\n\r\n"); end >= 0; end = m_received.indexOf("\r\n\r\n")) {
            auto lines = m_received.first(end).split('\n');
            ReceivedRequest request{lines.takeFirst().trimmed(), {}, m_number, {}};
            for (const auto &line : lines) {
                const auto colon = line.indexOf(':');
                request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
            }
            const auto length = request.headers.value("content-length").toLongLong();
            if (m_received.size() < end + 4 + length)
                return;
            request.body = m_received.sliced(end + 4, length);
            m_received.remove(0, end + 4 + length);
            m_server.m_requests.push_back(request);
            enqueue(m_server.m_answer(request));
        }
    }

    void enqueue(const Script &script)
    {
        m_steps.insert(m_steps.end(), script.begin(), script.end());
        play();
    }

    void play()
    {
        while (!m_steps.empty() && !m_timer.isActive()) {
            auto &step = m_steps.front();
            switch (step.kind) {
            case WireStep::Kind::Send:
                m_socket->write(step.bytes);
                break;
            case WireStep::Kind::Drip:
                if (!step.bytes.isEmpty()) {
                    m_socket->write(step.bytes.first(1));
                    step.bytes.remove(0, 1);
                    m_timer.start(step.pause);
                    return;
                }
                break;
            case WireStep::Kind::Pause:
                m_timer.start(step.pause);
                break;
            case WireStep::Kind::Finish:
                if (isWriting())
                    return;
                m_steps.clear();
                m_socket->disconnectFromHost();
                return;
            case WireStep::Kind::Reset:
                if (isWriting())
                    return;
                m_steps.clear();
                resetSocket();
                return;
            }
            m_steps.pop_front();
        }
    }

    [[nodiscard]] bool isWriting() const
    {
        const auto *tls = qobject_cast<QSslSocket *>(m_socket);
        return m_socket->bytesToWrite() > 0 || (tls && tls->encryptedBytesToWrite() > 0);
    }

    void resetSocket()
    {
        const linger abortive{1, 0}; // makes close() send RST
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &abortive, sizeof abortive);
        m_socket->abort();
    }

    void closed()
    {
        std::erase(m_server.m_open, this);
        ++m_server.m_closed;
        m_timer.stop();
        m_steps.clear();
        deleteLater();
    }

    RawServer &m_server;
    QTcpSocket *m_socket;
    int m_number;
    QTimer m_timer;
    QByteArray m_received;
    std::deque<WireStep> m_steps;
};

RawServer::RawServer(Answer answer, std::optional<Identity> identity)
    : m_answer(std::move(answer))
    , m_identity(std::move(identity))
{
    if (!listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("no port to listen on: %s", qPrintable(errorString()));
}

RawServer::~RawServer()
{
    for (auto *connection : m_open) { // avoids counting their end in destroyed members
        for (auto *socket : connection->findChildren<QTcpSocket *>())
            socket->disconnect(connection);
    }
}

QUrl RawServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(m_identity ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(serverPort());
    return url;
}

void RawServer::broadcast(const QByteArray &bytes)
{
    for (auto *connection : std::vector(m_open))
        connection->write(bytes);
}

void RawServer::finishAll()
{
    for (auto *connection : std::vector(m_open))
        connection->finish();
}

void RawServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_identity) {
        auto *tls = new QSslSocket;
        tls->setSocketDescriptor(descriptor);
        tls->setLocalCertificate(m_identity->certificate);
        tls->setPrivateKey(m_identity->key);
        if (!m_demanded.isNull()) {
            auto configuration = tls->sslConfiguration();
            configuration.setCaCertificates({m_demanded});
            tls->setSslConfiguration(configuration);
            tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
        }
        tls->startServerEncryption();
        socket = tls;
    } else {
        socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
    }
    m_open.push_back(new Connection(*this, socket, ++m_connections));
}

} // namespace lynceus::test
