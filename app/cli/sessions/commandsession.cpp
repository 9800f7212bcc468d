#include "app/cli/sessions/commandsession.h"

#include "app/cli/process/console.h"
#include "app/cli/process/question.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// How long a session may take after its deadline to report it, before the process is ended from outside the event loop.
constexpr Duration kBlockedGrace{1'000};

QByteArray blockedText(Duration limit)
{
    return u"lynceus: not complete within %1: the keychain, the session bus or name resolution of this computer blocks the command; check them with \"lynceus doctor\"\n"_s
        .arg(formatDuration(limit))
        .toUtf8();
}

} // namespace

CommandSession::CommandSession(QObject *parent)
    : QObject(parent)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { m_rest > Duration{0} ? startTimer() : timeOut(); });
}

CommandSession::~CommandSession() = default;

void CommandSession::interrupt()
{
    end(interruptedCode());
}

void CommandSession::timeOut()
{
    end(reportError({Error::Kind::TimedOut, {}, u"not complete within %1"_s.arg(formatDuration(m_limit)), true, 0}));
}

void CommandSession::end(ExitCode code)
{
    if (std::exchange(m_isOver, true))
        return;
    m_deadline.stop();
    Q_EMIT ended(code);
}

void CommandSession::stopDeadline()
{
    m_deadline.stop();
    if (m_interruption)
        m_interruption->endNever();
}

void CommandSession::restartDeadline(Duration limit)
{
    m_limit = limit;
    armDeadline(limit);
}

void CommandSession::armDeadline(Duration left)
{
    if (m_isOver)
        return;
    m_rest = left;
    startTimer();
    if (m_interruption)
        m_interruption->endIn(left + kBlockedGrace, int(ExitCode::Unreachable), blockedText(m_limit));
}

void CommandSession::startTimer()
{
    constexpr Duration kLongest = std::chrono::hours(24);
    const auto part = std::min(m_rest, kLongest);
    m_rest -= part;
    m_deadline.start(part);
}

std::optional<Duration> CommandSession::timeLeft() const
{
    if (!m_deadline.isActive())
        return std::nullopt;
    return m_rest + m_deadline.remainingTimeAsDuration();
}

std::optional<bool> CommandSession::ask(const QString &question)
{
    const auto left = timeLeft();
    stopDeadline();
    const auto answer = m_interruption ? askYesOrNo(question, *m_interruption) : std::nullopt;
    if (left)
        armDeadline(*left);
    return answer;
}

ExitCode execute(CommandSession &session, const CommandContext &context, std::optional<Duration> limit)
{
    auto &interruption = context.interruption;
    session.m_interruption = &interruption;
    const auto take = [&session](int signal) {
        if (session.isOver())
            return;
        session.m_interrupted = ExitCode(exitCodeOfSignal(signal));
        session.interrupt();
    };
    QObject::connect(&interruption, &Interruption::interrupted, &session, take);
    QObject::connect(&session, &CommandSession::ended, &session,
                     [](ExitCode code) { QCoreApplication::exit(int(code)); });
    if (limit) {
        session.m_limit = *limit;
        session.armDeadline(context.deadline(*limit).left());
    } else {
        interruption.endNever();
    }
    // Queued, because an exit before the loop runs would be lost.
    QMetaObject::invokeMethod(
        &session,
        [&session, &interruption, take] {
            if (interruption.signal() != 0) // received between two sessions of one command
                return take(interruption.signal());
            session.start();
        },
        Qt::QueuedConnection);
    const auto code = ExitCode(QCoreApplication::exec());
    session.m_interruption = nullptr;
    return code;
}

} // namespace lynceus
