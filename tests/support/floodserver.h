#pragma once

#include <QByteArray>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace lynceus::test {

/// What a hostile server sends to whoever connects.
struct Flood
{
    const char *name = "";
    QByteArray once;                    ///< when a request has begun
    QByteArray again{};                 ///< then for ever; empty: nothing more
    std::chrono::milliseconds pause{0}; ///< between two of them
    /// Instead of `again`: each time something new, counted from 0. Called in the threads of the server.
    std::function<QByteArray(int)> next{};
};

/// A good server behind a hostile one: what is not attacked is passed on to it.
struct Upstream
{
    quint16 port = 0; ///< on 127.0.0.1
    /// Whether a request is attacked, by its first line: "GET /api/version HTTP/1.1".
    std::function<bool(const QByteArray &)> attacks;
};

/// Sends for ever, with threads and sockets of its own: what the network does not take costs this process no memory.
class FloodServer final
{
public:
    explicit FloodServer(Flood flood);
    /// Passes everything on until attack() is called.
    FloodServer(Flood flood, Upstream upstream);
    ~FloodServer();
    FloodServer(const FloodServer &) = delete;
    FloodServer &operator=(const FloodServer &) = delete;

    [[nodiscard]] QUrl url() const;
    /// Bytes that the system took for all clients; what they have not read is some megabytes at most.
    [[nodiscard]] qint64 sentBytes() const { return m_sent; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that are open now.
    [[nodiscard]] int openConnections() const { return m_open; }

    /// Cuts all connections; from now on requests are attacked.
    void attack() { ++m_era; }
    /// Requests that were attacked.
    [[nodiscard]] int attacks() const { return m_attacks; }

private:
    void listen();
    void accept();
    void serve(int client);
    void flood(int client);
    void relay(int client);
    [[nodiscard]] bool passRequests(QByteArray &received, int client, int server);
    [[nodiscard]] bool send(int client, const QByteArray &bytes);

    Flood m_flood;
    Upstream m_upstream;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_isOver = false;
    std::atomic<qint64> m_sent = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::atomic<int> m_era = 0; ///< 0: before the attack
    std::atomic<int> m_attacks = 0;
    std::vector<std::thread> m_clients; // of the accepting thread, until that has ended
    std::thread m_acceptor;
};

enum class FloodKind { Request, Stream };

/// Silence, drips and floods, as answers to a request or to a stream of events.
[[nodiscard]] std::vector<Flood> floods(FloodKind kind);
/// Events and keepalives without an end, all of them right as far as HTTP goes.
[[nodiscard]] std::vector<Flood> endlessStreams();
/// Events of applications without an end, all of them right: changes, applications with a new name each, and deletions.
[[nodiscard]] std::vector<Flood> applicationEvents();

/// The most memory that this process had resident since resetPeak(), in KiB (Linux).
void resetPeak();
[[nodiscard]] int peakKiB();
/// Of another process; 0 if it is not there.
[[nodiscard]] int peakKiB(qint64 process);
/// Memory says something about the program only without sanitizers.
[[nodiscard]] bool memoryCounts();

} // namespace lynceus::test
