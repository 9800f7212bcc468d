#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/process/commandcontext.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace lynceus {

/// One command at work in the event loop: starts, is perhaps interrupted or out of time, ends with an exit code.
class CommandSession : public QObject
{
    Q_OBJECT
public:
    explicit CommandSession(QObject *parent = nullptr);
    ~CommandSession() override;

    /// Ctrl+C, SIGTERM or SIGHUP: says what is known and ends. The default ends without words.
    virtual void interrupt();
    /// The deadline passed: says who did not answer and ends. The default says that the command did not end in time.
    virtual void timeOut();

Q_SIGNALS:
    void ended(ExitCode code);

protected:
    friend ExitCode execute(CommandSession &session, const CommandContext &context, std::optional<Duration> limit);

    virtual void start() = 0;
    /// The first one counts.
    void end(ExitCode code);
    [[nodiscard]] bool isOver() const { return m_isOver; }

    /// How a session ends that was interrupted.
    [[nodiscard]] ExitCode interruptedCode() const { return m_interrupted; }
    /// From now on the command waits for the user, or runs for as long as the user wants.
    void stopDeadline();
    /// A limit that counts from now on.
    void restartDeadline(Duration limit);
    /// Of execute(), or of the last restartDeadline().
    [[nodiscard]] Duration limit() const { return m_limit; }
    /// Until the deadline; nothing without one.
    [[nodiscard]] std::optional<Duration> timeLeft() const;
    /// Asks on the terminal; the time that the answer takes does not count. See askYesOrNo().
    [[nodiscard]] std::optional<bool> ask(const QString &question);

private:
    void armDeadline(Duration left);
    void startTimer();

    QTimer m_deadline;
    Duration m_rest{0};                     ///< of the time after the timer: timers count in int
    Interruption *m_interruption = nullptr; ///< null before execute()
    Duration m_limit{0};
    ExitCode m_interrupted = ExitCode::Interrupted;
    bool m_isOver = false;
};

/// Runs the event loop of the program until @p session has ended.
/// @p limit: from the program's first instruction on; none: it ends by itself or by a signal. Should something block
/// the event loop, the process is ended soon after the deadline, and within a second after a signal.
[[nodiscard]] ExitCode execute(CommandSession &session, const CommandContext &context, std::optional<Duration> limit);

} // namespace lynceus
