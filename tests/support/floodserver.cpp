#include "tests/support/floodserver.h"

#include "tests/support/gzip.h"

#include <QFile>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lynceus::test {

namespace {

constexpr auto kTick = std::chrono::milliseconds(20); // until a thread looks whether it is over

[[nodiscard]] bool isReady(int descriptor, short events)
{
    pollfd wanted{descriptor, events, 0};
    return ::poll(&wanted, 1, int(kTick.count())) == 1 && (wanted.revents & events) != 0;
}

QByteArray headOf(FloodKind kind, const QByteArray &more)
{
    const QByteArray type = kind == FloodKind::Stream ? "text/event-stream" : "application/json";
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + more + "\r\n";
}

QByteArray chunkOf(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

FloodServer::FloodServer(Flood flood)
    : m_flood(std::move(flood))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, generic, &size) != 0)
        qFatal("no port to listen on");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

FloodServer::~FloodServer()
{
    m_isOver = true;
    m_acceptor.join();
    for (auto &client : m_clients)
        client.join();
    ::close(m_listener);
}

QUrl FloodServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void FloodServer::accept()
{
    while (!m_isOver) {
        if (!isReady(m_listener, POLLIN))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        ++m_connections;
        ++m_open;
        m_clients.emplace_back([this, client] {
            serve(client);
            ::close(client);
            --m_open;
        });
    }
}

void FloodServer::serve(int client)
{
    char request[4096];
    while (!isReady(client, POLLIN)) {
        if (m_isOver)
            return;
    }
    if (::recv(client, request, sizeof request, 0) <= 0 || !send(client, m_flood.once))
        return;
    while (!m_isOver) {
        if (!m_flood.again.isEmpty() && !send(client, m_flood.again))
            return;
        const auto until = std::chrono::steady_clock::now() + m_flood.pause;
        do { // a client that has gone is noticed in the pauses, too
            if ((m_flood.again.isEmpty() || m_flood.pause.count() > 0) && isReady(client, POLLIN)
                && ::recv(client, request, sizeof request, 0) <= 0)
                return;
        } while (!m_isOver && std::chrono::steady_clock::now() < until);
    }
}

bool FloodServer::send(int client, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        if (m_isOver)
            return false;
        if (!isReady(client, POLLOUT))
            continue;
        const auto sent =
            ::send(client, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        at += qMax<qsizetype>(sent, 0);
        m_sent += qMax<qsizetype>(sent, 0);
    }
    return true;
}

std::vector<Flood> floods(FloodKind kind)
{
    constexpr auto kDrip = std::chrono::milliseconds(20);
    const QByteArray block(64 * 1024, ' ');
    const QByteArray chunked = headOf(kind, "Transfer-Encoding: chunked\r\n");
    return {
        {"Silent", {}},
        {"DrippingHead", "HTTP/1.1 200 OK\r\nX-A: ", "a", kDrip},
        {"DrippingBody", headOf(kind, {}), " ", kDrip},
        {"EndlessHead", "HTTP/1.1 200 OK\r\n", QByteArray("X-A: " + QByteArray(90, 'a') + "\r\n").repeated(600)},
        {"EndlessHeadLine", "HTTP/1.1 200 OK\r\nX-A: ", QByteArray(64 * 1024, 'a')},
        {"EndlessInterim", {}, QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(2000)},
        {"EndlessChunks", chunked, chunkOf(block)},
        {"EndlessTinyChunks", chunked, chunkOf(" ").repeated(8000)},
        {"EndlessChunkExtension", chunked + "1;", QByteArray(64 * 1024, 'a')},
        {"EndlessTrailers", chunked + "0\r\n", QByteArray("A: b\r\n").repeated(8000)},
        {"EndlessBody", headOf(kind, {}), block},
        {"HugeLength", headOf(kind, "Content-Length: 999999999999\r\n"), block},
        {"GzipBomb", headOf(kind, "Content-Encoding: gzip\r\n") + endlessGzip().once, endlessGzip().again},
        {"EndlessRefusal", "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\n\r\n", block},
        {"DrippingRefusal", "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\n\r\n", "a", kDrip},
    };
}

void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
        qFatal("the peak of memory cannot be reset");
}

int peakKiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const auto text = file.readAll();
    const auto line = text.sliced(text.indexOf("VmHWM:") + 6);
    return line.first(line.indexOf("kB")).trimmed().toInt();
}

bool memoryCounts()
{
#if defined(__SANITIZE_ADDRESS__)
    return false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    return false;
#else
    return true;
#endif
#else
    return true;
#endif
}

} // namespace lynceus::test
