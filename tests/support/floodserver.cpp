#include "tests/support/floodserver.h"

#include "tests/support/gzip.h"

#include <QCoreApplication>
#include <QFile>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace lynceus::test {

namespace {

constexpr auto kTick = std::chrono::milliseconds(20); // interval at which threads check for the end

[[nodiscard]] bool isReady(int descriptor, short events)
{
    pollfd wanted{descriptor, events, 0};
    return ::poll(&wanted, 1, int(kTick.count())) == 1 && (wanted.revents & events) != 0;
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
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
    : FloodServer(std::move(flood), Upstream())
{
    attack();
}

FloodServer::FloodServer(Flood flood, Upstream upstream)
    : m_flood(std::move(flood))
    , m_upstream(std::move(upstream))
{
    listen();
    m_acceptor = std::thread([this] { accept(); });
}

void FloodServer::listen()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, generic, &size) != 0)
        qFatal("no port to listen on");
    m_port = ntohs(address.sin_port);
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
    if (m_upstream.port != 0)
        return relay(client);
    char request[4096];
    while (!isReady(client, POLLIN)) {
        if (m_isOver)
            return;
    }
    if (::recv(client, request, sizeof request, 0) > 0)
        flood(client);
}

void FloodServer::flood(int client)
{
    ++m_attacks;
    char request[4096];
    if (!send(client, m_flood.once))
        return;
    for (int round = 0; !m_isOver; ++round) {
        const auto bytes = m_flood.next ? m_flood.next(round) : m_flood.again;
        if (!bytes.isEmpty() && !send(client, bytes))
            return;
        const auto until = std::chrono::steady_clock::now() + m_flood.pause;
        do { // closed connections are detected during pauses too
            if ((bytes.isEmpty() || m_flood.pause.count() > 0) && isReady(client, POLLIN)
                && ::recv(client, request, sizeof request, 0) <= 0)
                return;
        } while (!m_isOver && std::chrono::steady_clock::now() < until);
    }
}

/// Until either side closes, or a request is attacked.
void FloodServer::relay(int client)
{
    const int generation = m_generation;
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // If the upstream accepts no more connections, as at the end of a test, connecting would block for two minutes.
    const timeval patience{1, 0};
    ::setsockopt(server, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const auto address = loopback(m_upstream.port);
    QByteArray received;
    QByteArray piece(64 * 1024, '\0');
    bool isOpen = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (isOpen && !m_isOver && m_generation == generation) {
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (::poll(ends.data(), ends.size(), int(kTick.count())) <= 0)
            continue;
        if (ends[1].revents != 0) {
            const auto got = ::recv(server, piece.data(), std::size_t(piece.size()), 0);
            isOpen = got > 0 && send(client, piece.first(got));
        }
        if (isOpen && ends[0].revents != 0) {
            const auto got = ::recv(client, piece.data(), std::size_t(piece.size()), 0);
            received.append(piece.constData(), qMax<qsizetype>(got, 0));
            isOpen = got > 0 && passRequests(received, client, server);
        }
    }
    ::close(server);
}

/// False: the connection has ended.
bool FloodServer::passRequests(QByteArray &received, int client, int server)
{
    for (auto end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
        if (m_generation > 0 && m_upstream.attacks(received.first(received.indexOf('\r')))) {
            flood(client);
            return false;
        }
        const auto head = received.first(end).toLower();
        const auto length = head.indexOf("content-length:");
        const auto body = length < 0 ? 0 : head.sliced(length + 15).split('\r').front().trimmed().toLongLong();
        if (received.size() < end + 4 + body)
            return true;
        if (!send(server, received.first(end + 4 + body)))
            return false;
        received.remove(0, end + 4 + body);
    }
    return true;
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

std::vector<Flood> endlessStreams()
{
    const QByteArray head = headOf(FloodKind::Stream, {});
    const QByteArray chunkedHead = headOf(FloodKind::Stream, "Transfer-Encoding: chunked\r\n");
    const QByteArray event = "data: {\"result\":\"" + QByteArray(1000, 'a') + "\"}\n\n";
    return {
        {"Keepalives", head, QByteArray(":\n").repeated(32 * 1024)},
        {"KeepalivesInChunks", chunkedHead, chunkOf(":\n").repeated(8000)},
        {"Events", head, event.repeated(64)},
        {"TinyEvents", head, QByteArray("data:{}\n\n").repeated(8000)},
        {"EventsInChunks", chunkedHead, chunkOf(event).repeated(64)},
        {"BigEvents", head, "data: \"" + QByteArray(4 * 1024 * 1024, 'a') + "\"\n\n"},
    };
}

std::vector<Flood> applicationEvents()
{
    // Far above the version of any recorded list, so that each event is newer.
    constexpr qint64 kFirstVersion = 1'000'000'000;
    constexpr int kTogether = 50;
    const auto events = [](const QByteArray &type, bool isUnique) {
        return [type, isUnique](int round) {
            QByteArray bytes;
            for (int i = 0; i < kTogether; ++i) {
                const auto number = QByteArray::number(kFirstVersion + qint64(round) * kTogether + i);
                const auto object = isUnique ? "made-up-" + number : QByteArray("made-up");
                const QByteArray health = i % 2 == 0 ? "Healthy" : "Degraded";
                bytes += "data: {\"result\":{\"type\":\"" + type + "\",\"application\":{\"metadata\":{\"name\":\""
                    + object + "\",\"namespace\":\"argocd\",\"uid\":\"" + object + "\",\"resourceVersion\":\"" + number
                    + "\"},\"spec\":{\"project\":\"shop\"},\"status\":{\"health\":{\"status\":\"" + health
                    + "\",\"message\":\"" + QByteArray(300, 'm') + "\"}}}}}\n\n";
            }
            return bytes;
        };
    };
    const QByteArray head = headOf(FloodKind::Stream, {});
    return {
        {"Changes", head, {}, {}, events("MODIFIED", false)},
        {"NewApplications", head, {}, {}, events("ADDED", true)},
        {"Deletions", head, {}, {}, events("DELETED", true)},
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
    return peakKiB(QCoreApplication::applicationPid());
}

int peakKiB(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto text = file.readAll();
    const auto at = text.indexOf("VmHWM:"); // missing for a process that has ended and was not waited for
    return at < 0 ? 0 : text.sliced(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toInt();
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
