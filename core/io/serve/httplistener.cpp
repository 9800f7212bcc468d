#include "core/io/serve/httplistener.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kSweepEvery{1'000};
constexpr Duration kNextTry{500};   // after a connection that could not be accepted
constexpr int kMostPending = 1'000; // that the system queues while we answer others

} // namespace

void HttpListener::SocketServer::incomingConnection(qintptr descriptor)
{
    if (!certificate)
        return QTcpServer::incomingConnection(descriptor);
    auto socket = std::make_unique<QSslSocket>(this);
    if (!socket->setSocketDescriptor(descriptor))
        return;
    socket->setSslConfiguration(certificate->configuration());
    socket->startServerEncryption();
    addPendingConnection(socket.release());
}

HttpListener::HttpListener(HttpHandler &handler, ListenerLimits limits, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_handler(handler)
    , m_limits(limits)
    , m_clock(clock)
{
    m_server.setMaxPendingConnections(kMostPending);
    m_server.setListenBacklogSize(kMostPending); // with a full queue, clients wait for seconds
    connect(&m_server, &QTcpServer::newConnection, this, &HttpListener::accept);
    // Qt stops accepting after an error, as when the process has no file descriptors left.
    connect(&m_server, &QTcpServer::acceptError, this, [this] {
        std::ignore = makeRoom();
        QTimer::singleShot(kNextTry, this, [this] { m_server.resumeAccepting(); });
    });
    connect(&m_sweeping, &QTimer::timeout, this, &HttpListener::sweep);
    m_sweeping.start(kSweepEvery);
}

HttpListener::~HttpListener()
{
    for (const auto &connection : m_connections)
        connection->disconnect(this);
}

Result<void> HttpListener::listen(const QHostAddress &address, quint16 port)
{
    if (m_server.listen(address, port))
        return {};
    const auto asked = address.protocol() == QAbstractSocket::IPv6Protocol ? u"[%1]:%2"_s : u"%1:%2"_s;
    return tl::unexpected(Error{Error::Kind::Unreachable, asked.arg(address.toString()).arg(port),
                                u"cannot listen there: %1"_s.arg(m_server.errorString()), false, 0});
}

void HttpListener::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        if (connections() >= m_limits.connections && !makeRoom()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto connection = std::make_unique<ListenerConnection>(socket, m_handler, m_limits, m_clock);
        connect(connection.get(), &ListenerConnection::closed, this, [this, gone = connection.get()] { remove(gone); });
        m_connections.push_back(std::move(connection));
    }
}

bool HttpListener::makeRoom()
{
    ListenerConnection *slowest = nullptr;
    std::optional<Duration> since;
    for (const auto &connection : m_connections) {
        const auto waits = connection->waitsForClientSince();
        if (waits && (!since || *waits < *since)) {
            since = waits;
            slowest = connection.get();
        }
    }
    if (!slowest)
        return false;
    slowest->abort();
    return true;
}

void HttpListener::remove(ListenerConnection *connection)
{
    const auto found =
        std::ranges::find_if(m_connections, [connection](const auto &one) { return one.get() == connection; });
    if (found == m_connections.end())
        return;
    found->release()->deleteLater(); // this may be called from one of its signals
    m_connections.erase(found);
    if (m_connections.empty())
        Q_EMIT emptied();
}

void HttpListener::drain()
{
    m_server.close();
    std::vector<ListenerConnection *> all;
    for (const auto &connection : m_connections)
        all.push_back(connection.get());
    for (auto *connection : all) // they may close at once and leave the list
        connection->drain();
}

void HttpListener::sweep()
{
    std::vector<ListenerConnection *> all;
    for (const auto &connection : m_connections)
        all.push_back(connection.get());
    for (auto *connection : all)
        connection->sweep();
}

} // namespace lynceus
