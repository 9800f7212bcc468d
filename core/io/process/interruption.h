#pragma once

#include "core/domain/time/time.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace lynceus {

/// Converts SIGINT, SIGTERM and SIGHUP to a Qt signal while it exists; signals that the parent process ignores (nohup)
/// stay ignored. A second signal ends the process in the default way. One object at a time.
///
/// A separate thread ends the process if the event loop cannot: after the grace period, and at the time of endIn(). It
/// writes the last message and calls _exit(), so that nothing that blocks (a keychain, a name server, a prompt) delays
/// it.
class Interruption final : public QObject
{
    Q_OBJECT
public:
    /// @p grace: how long the process may take to end after the first signal. Empty: unlimited.
    explicit Interruption(std::optional<Duration> grace = std::nullopt, QObject *parent = nullptr);
    ~Interruption() override;

    /// The first signal that arrived; 0: none.
    [[nodiscard]] int signal() const;
    void setGrace(std::optional<Duration> grace);

    /// Ends the process with @p code and @p words on standard error if it still runs after @p left. Replaces an earlier
    /// call; the first signal replaces both.
    void endIn(Duration left, int code, const QByteArray &words);
    void endNever();
    /// Call when only the return from main() is left: ends the process with @p code if that takes longer than @p grace.
    void leave(Duration grace, int code);

    /// Exists while a question to the user blocks the event loop's thread: a signal then ends the process at once,
    /// after @p cleanUp, and the time of endIn() is paused. @p cleanUp runs in another thread.
    class Blocked final
    {
    public:
        explicit Blocked(Interruption &interruption, std::function<void()> cleanUp = {});
        ~Blocked();
        Blocked(const Blocked &) = delete;
        Blocked &operator=(const Blocked &) = delete;

    private:
        Interruption &m_interruption;
    };

Q_SIGNALS:
    /// Emitted in the thread of this object; @p signal: SIGINT, SIGTERM or SIGHUP.
    void interrupted(int signal);

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    struct End
    {
        SteadyTime at;
        int code = 0;
        QByteArray words;
    };

    void watch();
    void wake();
    /// Call with m_lock held.
    void take(int signal);
    [[nodiscard]] int millisecondsLeft() const;
    [[noreturn]] void endNow();

    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::thread m_thread;
    mutable std::mutex m_lock; ///< protects the members below
    std::optional<Duration> m_grace;
    std::optional<End> m_end;
    std::function<void()> m_cleanUp;
    bool m_isBlocked = false;
    int m_signal = 0;
};

/// Exit code after a signal, as in shells: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP.
[[nodiscard]] int exitCodeOfSignal(int signal);

} // namespace lynceus
