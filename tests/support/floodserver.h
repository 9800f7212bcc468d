#pragma once

#include <QByteArray>
#include <QUrl>

#include <atomic>
#include <chrono>
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
};

/// Sends for ever, with threads and sockets of its own: what the network does not take costs this process no memory.
class FloodServer final
{
public:
    explicit FloodServer(Flood flood);
    ~FloodServer();
    FloodServer(const FloodServer &) = delete;
    FloodServer &operator=(const FloodServer &) = delete;

    [[nodiscard]] QUrl url() const;
    /// Bytes that the system took for all clients; what they have not read is some megabytes at most.
    [[nodiscard]] qint64 sentBytes() const { return m_sent; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that are open now.
    [[nodiscard]] int openConnections() const { return m_open; }

private:
    void accept();
    void serve(int client);
    [[nodiscard]] bool send(int client, const QByteArray &bytes);

    Flood m_flood;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_isOver = false;
    std::atomic<qint64> m_sent = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::vector<std::thread> m_clients; // of the accepting thread, until that has ended
    std::thread m_acceptor;
};

enum class FloodKind { Request, Stream };

/// Silence, drips and floods, as answers to a request or to a stream of events.
[[nodiscard]] std::vector<Flood> floods(FloodKind kind);

/// The most memory that this process had resident since resetPeak(), in KiB (Linux).
void resetPeak();
[[nodiscard]] int peakKiB();
/// Memory says something about the program only without sanitizers.
[[nodiscard]] bool memoryCounts();

} // namespace lynceus::test
