#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/process/commandcontext.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace lynceus {

/// One running command in the event loop. It may be interrupted or time out, and ends with an exit code.
class CommandSession : public QObject
{
    Q_OBJECT
public:
    explicit CommandSession(QObject *parent = nullptr);
    ~CommandSession() override;

    /// Ctrl+C, SIGTERM or SIGHUP: prints the results so far and ends. The default ends without output.
    virtual void interrupt();
    /// The deadline has passed: reports who did not respond and ends. The default reports that the command did not end
    /// in time.
    virtual void timeOut();

Q_SIGNALS:
    void ended(ExitCode code);

protected:
    friend ExitCode execute(CommandSession &session, const CommandContext &context, std::optional<Duration> limit);

    virtual void start() = 0;
    /// Only the first call counts.
    void end(ExitCode code);
    [[nodiscard]] bool isOver() const { return m_isOver; }

    /// Exit code of an interrupted session.
    [[nodiscard]] ExitCode interruptedCode() const { return m_interrupted; }
    /// Disables the deadline: from now on the command waits for the user, or runs as long as the user wants.
    void stopDeadline();
    /// Starts a new deadline, @p limit from now.
    void restartDeadline(Duration limit);
    /// The limit of execute(), or of the last restartDeadline().
    [[nodiscard]] Duration limit() const { return m_limit; }
    /// Time until the deadline; empty without a deadline.
    [[nodiscard]] std::optional<Duration> timeLeft() const;
    /// Asks on the terminal; the time until the answer does not count towards the deadline. See askYesOrNo().
    [[nodiscard]] std::optional<bool> ask(const QString &question);

private:
    void armDeadline(Duration left);
    void startTimer();

    QTimer m_deadline;
    Duration m_rest{0};                     ///< time after the timer has fired: QTimer counts in int
    Interruption *m_interruption = nullptr; ///< null before execute()
    Duration m_limit{0};
    ExitCode m_interrupted = ExitCode::Interrupted;
    bool m_isOver = false;
};

/// Runs the program's event loop until @p session has ended. @p limit counts from the program's first instruction;
/// empty: no deadline. If the event loop is blocked, the process is ended soon after the deadline, or within a second
/// after a signal.
[[nodiscard]] ExitCode execute(CommandSession &session, const CommandContext &context, std::optional<Duration> limit);

} // namespace lynceus
