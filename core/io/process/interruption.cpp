#include "core/io/process/interruption.h"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace lynceus {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM};

// A signal handler has nothing but static storage; -1: nobody listens.
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void tellEventLoop(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
}

} // namespace

Interruption::Interruption(QObject *parent)
    : QObject(parent)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // no descriptors left: the system's own handling of Ctrl+C stays
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    Q_ASSERT(writeEnd.load() == -1);
    writeEnd.store(m_writeEnd);
    m_notifier.setSocket(m_readEnd);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier.setEnabled(false);
        Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = tellEventLoop;
    action.sa_flags = int(SA_RESTART | SA_RESETHAND);
    for (const int signal : kSignals)
        ::sigaction(signal, &action, nullptr);
}

Interruption::~Interruption()
{
    if (m_readEnd < 0)
        return;
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    m_notifier.setEnabled(false);
    writeEnd.store(-1);
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

} // namespace lynceus
