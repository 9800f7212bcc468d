#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

namespace lynceus {

/// A gateway whose connections do not last. It forwards bytes to a server, cuts each connection after some seconds, and
/// sometimes refuses every request, as Argo CD does when a sign-in has expired. Uses threads and blocking sockets, so
/// that it needs no event loop.
class ChurnRelay final
{
public:
    /// Limits of the random lifetime of a connection.
    static constexpr std::chrono::milliseconds kShortest{2'000};
    static constexpr std::chrono::milliseconds kLongest{15'000};
    /// In the last part of each period, requests are refused with 401.
    static constexpr std::chrono::seconds kPeriod{60};
    static constexpr std::chrono::seconds kRefused{8};

    /// @param upstream port on 127.0.0.1.
    explicit ChurnRelay(std::uint16_t upstream);
    ~ChurnRelay();
    ChurnRelay(const ChurnRelay &) = delete;
    ChurnRelay &operator=(const ChurnRelay &) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int refusals() const { return m_refusals; }

private:
    void accept();
    void serve(int client, std::chrono::milliseconds lifetime);
    void refuse(int client);
    void pass(int client, int server, std::chrono::milliseconds lifetime);
    [[nodiscard]] bool refusesNow() const;

    std::uint16_t m_upstream;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::atomic<bool> m_isOver = false;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_refusals = 0;
    std::atomic<int> m_open = 0; ///< threads that serve a connection
    std::thread m_acceptor;
};

} // namespace lynceus
