#include "tests/bench/server/churnrelay.h"

#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <random>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace lynceus {

namespace {

constexpr int kTick = 50; // ms between two checks in a thread whether it must end

constexpr std::string_view kRefusal =
    "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n"
    "Content-Length: 79\r\nConnection: close\r\n\r\n"
    R"({"error":"invalid session: token expired","code":16,"message":"token expired"} )";

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

bool sendAll(int to, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

ChurnRelay::ChurnRelay(std::uint16_t upstream)
    : m_upstream(upstream)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    auto address = loopback(0);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, generic, &size) != 0) {
        std::perror("no port to listen on");
        std::abort();
    }
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

ChurnRelay::~ChurnRelay()
{
    m_isOver = true;
    m_acceptor.join();
    while (m_open > 0)
        std::this_thread::yield();
    ::close(m_listener);
}

bool ChurnRelay::refusesNow() const
{
    const auto inPeriod = (std::chrono::steady_clock::now() - m_begin) % kPeriod;
    return inPeriod >= kPeriod - kRefused;
}

void ChurnRelay::accept()
{
    std::minstd_rand random(20261130);
    std::uniform_int_distribution<std::int64_t> lifetime(kShortest.count(), kLongest.count());
    while (!m_isOver) {
        pollfd wanted{m_listener, POLLIN, 0};
        if (::poll(&wanted, 1, kTick) != 1)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        ++m_connections;
        ++m_open;
        std::thread([this, client, lasts = std::chrono::milliseconds(lifetime(random))] {
            serve(client, lasts);
            ::close(client);
            --m_open;
        }).detach();
    }
}

void ChurnRelay::serve(int client, std::chrono::milliseconds lifetime)
{
    if (refusesNow())
        return refuse(client);
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(m_upstream);
    if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        pass(client, server, lifetime);
    ::close(server);
}

void ChurnRelay::refuse(int client)
{
    std::array<char, 4096> request;
    pollfd wanted{client, POLLIN, 0};
    if (::poll(&wanted, 1, int(kShortest.count())) == 1 && ::recv(client, request.data(), request.size(), 0) > 0) {
        ++m_refusals;
        sendAll(client, kRefusal);
        ::shutdown(client, SHUT_WR);
    }
}

void ChurnRelay::pass(int client, int server, std::chrono::milliseconds lifetime)
{
    std::array<char, 64 * 1024> bytes;
    const auto until = std::chrono::steady_clock::now() + lifetime;
    while (!m_isOver && std::chrono::steady_clock::now() < until && !refusesNow()) {
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (::poll(ends.data(), ends.size(), kTick) <= 0)
            continue;
        for (std::size_t from = 0; from < ends.size(); ++from) {
            if (ends[from].revents == 0)
                continue;
            const auto got = ::recv(ends[from].fd, bytes.data(), bytes.size(), 0);
            if (got <= 0 || !sendAll(ends[1 - from].fd, {bytes.data(), static_cast<std::size_t>(got)}))
                return;
        }
    }
}

} // namespace lynceus
