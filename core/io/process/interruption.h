#pragma once

#include "core/domain/base/time.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace lynceus {

/// Turns SIGINT, SIGTERM and SIGHUP into a signal of the event loop while it lives; those that the parent process told
/// us to ignore (nohup) stay ignored. A second one ends the process the system's way. One at a time.
///
/// A thread of its own ends the process where the event loop cannot: after the grace, and at the time of endAt(). It
/// writes the last words, then calls _exit(): nothing that blocks (a keychain, a name server, a prompt) delays that.
class Interruption final : public QObject
{
    Q_OBJECT
public:
    /// @p grace: how long the process may take to end after the first signal. None: as long as it needs.
    explicit Interruption(std::optional<Duration> grace = std::nullopt, QObject *parent = nullptr);
    ~Interruption() override;

    /// The first signal that came; 0: none.
    [[nodiscard]] int signal() const;
    void setGrace(std::optional<Duration> grace);

    /// Ends the process with @p code if it still runs in @p left, with @p words on standard error. Replaces the time of
    /// an earlier call; the first signal replaces both.
    void endIn(Duration left, int code, const QByteArray &words);
    void endNever();
    /// Nothing is left to do but to return from main(): ends the process with @p code if that takes longer than @p
    /// grace.
    void leave(Duration grace, int code);

    /// While it lives the thread of the event loop is blocked on purpose, by a question to the user: the process ends
    /// at once by a signal, after @p cleanUp, and the time of endIn() stands still. @p cleanUp runs in another thread.
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
    /// In the thread of this object; @p signal: SIGINT, SIGTERM or SIGHUP.
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
    /// The lock is held.
    void take(int signal);
    [[nodiscard]] int millisecondsLeft() const;
    [[noreturn]] void endNow();

    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::thread m_thread;
    mutable std::mutex m_lock; ///< of all that follows
    std::optional<Duration> m_grace;
    std::optional<End> m_end;
    std::function<void()> m_cleanUp;
    bool m_isBlocked = false;
    int m_signal = 0;
};

/// How a process ends that a signal ended, as shells count: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP.
[[nodiscard]] int exitCodeOfSignal(int signal);

} // namespace lynceus
