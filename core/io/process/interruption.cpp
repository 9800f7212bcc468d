#include "core/io/process/interruption.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <climits>

namespace lynceus {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
constexpr int kSignalExit = 128; // shells add the number of the signal
constexpr char kWake = 0;        // no signal has this number
constexpr char kStop = CHAR_MAX; // nor this one

// A signal handler may only use static storage; -1: no listener.
std::atomic<int> writeEnd{-1};
std::atomic<int> signalsSeen{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void takeSignal(int signal)
{
    if (signalsSeen.fetch_add(1) > 0) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    const int before = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
    errno = before;
}

bool isIgnored(int signal)
{
    struct sigaction current = {};
    return ::sigaction(signal, nullptr, &current) == 0 && current.sa_handler == SIG_IGN;
}

/// Skipped if it would block: a reader that does not read must not delay the end.
void writeToStandardError(const QByteArray &words)
{
    pollfd descriptor{STDERR_FILENO, POLLOUT, 0};
    if (::poll(&descriptor, 1, 0) != 1 || (descriptor.revents & POLLOUT) == 0)
        return;
    [[maybe_unused]] const auto written = ::write(
        STDERR_FILENO, words.constData(), static_cast<std::size_t>(std::min<qsizetype>(words.size(), PIPE_BUF)));
}

} // namespace

Interruption::Interruption(std::optional<Duration> grace, QObject *parent)
    : QObject(parent)
    , m_grace(grace)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // no descriptors left: the default signal handling stays
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    Q_ASSERT(writeEnd.load() == -1);
    writeEnd.store(m_writeEnd);
    signalsSeen.store(0);
    m_thread = std::thread([this] { watch(); });
    struct sigaction action = {};
    action.sa_handler = takeSignal;
    action.sa_flags = int(SA_RESTART);
    for (const int signal : kSignals) {
        if (!isIgnored(signal))
            ::sigaction(signal, &action, nullptr);
    }
}

Interruption::~Interruption()
{
    if (m_readEnd < 0)
        return;
    for (const int signal : kSignals) {
        if (!isIgnored(signal))
            std::signal(signal, SIG_DFL);
    }
    [[maybe_unused]] const auto written = ::write(m_writeEnd, &kStop, 1);
    m_thread.join();
    writeEnd.store(-1);
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

int Interruption::signal() const
{
    const std::scoped_lock lock(m_lock);
    return m_signal;
}

void Interruption::setGrace(std::optional<Duration> grace)
{
    const std::scoped_lock lock(m_lock);
    m_grace = grace;
}

void Interruption::endIn(Duration left, int code, const QByteArray &words)
{
    {
        const std::scoped_lock lock(m_lock);
        if (m_signal != 0)
            return;
        m_end = End{std::chrono::steady_clock::now() + left, code, words};
    }
    wake();
}

void Interruption::endNever()
{
    const std::scoped_lock lock(m_lock);
    if (m_signal == 0)
        m_end.reset();
}

void Interruption::leave(Duration grace, int code)
{
    {
        const std::scoped_lock lock(m_lock);
        const auto at = std::chrono::steady_clock::now() + grace;
        m_end = End{m_end && m_signal != 0 ? std::min(m_end->at, at) : at, code, {}};
    }
    wake();
}

void Interruption::wake()
{
    if (m_writeEnd < 0)
        return;
    [[maybe_unused]] const auto written = ::write(m_writeEnd, &kWake, 1);
}

Interruption::Blocked::Blocked(Interruption &interruption, std::function<void()> cleanUp)
    : m_interruption(interruption)
{
    {
        const std::scoped_lock lock(interruption.m_lock);
        interruption.m_isBlocked = true;
        interruption.m_cleanUp = std::move(cleanUp);
    }
    interruption.wake(); // a signal may have arrived just before
}

Interruption::Blocked::~Blocked()
{
    {
        const std::scoped_lock lock(m_interruption.m_lock);
        m_interruption.m_isBlocked = false;
        m_interruption.m_cleanUp = nullptr;
    }
    m_interruption.wake();
}

void Interruption::take(int signal)
{
    if (m_signal != 0)
        return;
    m_signal = signal;
    m_end.reset();
    if (m_grace)
        m_end = End{std::chrono::steady_clock::now() + *m_grace, exitCodeOfSignal(signal), "lynceus: interrupted\n"};
    QMetaObject::invokeMethod(
        this, [this, signal] { Q_EMIT interrupted(signal); }, Qt::QueuedConnection);
}

/// For poll(): -1 means no limit.
int Interruption::millisecondsLeft() const
{
    if (m_isBlocked && m_signal != 0)
        return 0;
    if (!m_end || m_isBlocked)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end->at - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, INT_MAX));
}

void Interruption::watch()
{
    std::unique_lock lock(m_lock);
    while (true) {
        const int left = millisecondsLeft();
        if (left == 0)
            endNow();
        lock.unlock();
        pollfd descriptor{m_readEnd, POLLIN, 0};
        ::poll(&descriptor, 1, left);
        std::array<char, 16> bytes{};
        const auto size = ::read(m_readEnd, bytes.data(), bytes.size());
        lock.lock();
        for (qsizetype i = 0; i < size; ++i) {
            if (bytes[static_cast<std::size_t>(i)] == kStop)
                return;
            if (bytes[static_cast<std::size_t>(i)] != kWake)
                take(bytes[static_cast<std::size_t>(i)]);
        }
    }
}

void Interruption::endNow()
{
    if (m_cleanUp)
        m_cleanUp();
    if (m_isBlocked) {
        writeToStandardError("\nlynceus: interrupted\n");
        ::_exit(exitCodeOfSignal(m_signal));
    }
    writeToStandardError(m_end->words);
    ::_exit(m_end->code);
}

int exitCodeOfSignal(int signal)
{
    return kSignalExit + signal;
}

} // namespace lynceus
