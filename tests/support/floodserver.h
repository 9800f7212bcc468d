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

/// Data that a hostile server sends to its clients.
struct Flood
{
    const char *name = "";
    QByteArray once;                    ///< sent once when a request has started
    QByteArray again{};                 ///< then repeated forever; empty: nothing more
    std::chrono::milliseconds pause{0}; ///< between two repetitions
    /// Replaces `again`: new data for each repetition, counted from 0. Called in the server's threads.
    std::function<QByteArray(int)> next{};
};

/// A normal server behind a hostile one, which forwards requests that are not attacked.
struct Upstream
{
    quint16 port = 0; ///< on 127.0.0.1
    /// True if a request is attacked, by its first line: "GET /api/version HTTP/1.1".
    std::function<bool(const QByteArray &)> attacks;
};

/// Sends forever, with its own threads and sockets: data that the network does not accept takes no memory here.
class FloodServer final
{
public:
    explicit FloodServer(Flood flood);
    /// Forwards everything until attack() is called.
    FloodServer(Flood flood, Upstream upstream);
    ~FloodServer();
    FloodServer(const FloodServer &) = delete;
    FloodServer &operator=(const FloodServer &) = delete;

    [[nodiscard]] QUrl url() const;
    /// Bytes that the system accepted for all clients; at most some megabytes of them are unread.
    [[nodiscard]] qint64 sentBytes() const { return m_sent; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Number of open connections.
    [[nodiscard]] int openConnections() const { return m_open; }

    /// Closes all connections and attacks requests from now on.
    void attack() { ++m_generation; }
    /// Number of attacked requests.
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
    std::atomic<int> m_generation = 0; ///< 0: before the attack
    std::atomic<int> m_attacks = 0;
    std::vector<std::thread> m_clients; // only used by the accepting thread until it has ended
    std::thread m_acceptor;
};

enum class FloodKind { Request, Stream };

/// Silence, slow and fast data, as responses to a request or to a stream of events.
[[nodiscard]] std::vector<Flood> floods(FloodKind kind);
/// Endless events and keepalives, all of them valid HTTP.
[[nodiscard]] std::vector<Flood> endlessStreams();
/// Endless valid events of applications: changes, new applications, and deletions.
[[nodiscard]] std::vector<Flood> applicationEvents();

/// The peak of this process's resident memory since resetPeak(), in KiB (Linux).
void resetPeak();
[[nodiscard]] int peakKiB();
/// The peak of another process; 0 if it does not exist.
[[nodiscard]] int peakKiB(qint64 process);
/// False with sanitizers, under which memory use is not representative.
[[nodiscard]] bool memoryCounts();

} // namespace lynceus::test
