#include "app/cli/program.h"

#include "app/cli/commandline.h"
#include "app/cli/commands/commands.h"
#include "app/cli/process/console.h"
#include "app/cli/reference/completion.h"
#include "core/io/clock.h"
#include "core/io/log/filelogging.h"
#include "core/io/process/hardening.h"

#include <QCoreApplication>

#include <optional>

namespace lynceus {

namespace {

constexpr Duration kSignalGrace{700}; // every command must end within a second after a signal
constexpr Duration kEndGrace{500};    // after the result, only memory is released

/// Long-running commands always log; commands for one call log only on request.
LogLevel logLevelFor(const Invocation &invocation)
{
    if (const auto level = logLevelOfEnvironment())
        return *level;
    if (!qEnvironmentVariableIsEmpty("LYNCEUS_LOG"))
        reportWarning(QStringLiteral("LYNCEUS_LOG is ignored; use off, warning, info or debug"));
    return std::holds_alternative<DaemonOptions>(invocation) ? LogLevel::Info : LogLevel::Off;
}

/// Handled before anything is set up.
ExitCode runCommand(const PrintCall &, const CommandContext &)
{
    return ExitCode::Done;
}

ExitCode runCommand(const CompleteCall &call, const CommandContext &)
{
    return writeOutput(completionText(completionOf(call.words, StoredNames())).toUtf8()) ? ExitCode::Done
                                                                                         : ExitCode::Usage;
}

} // namespace

int runCommandLine(int argc, char **argv)
{
    const SystemClock clock;
    const auto startedAt = clock.steady();
    hardenProcess();
    Interruption interruption(kSignalGrace); // outlives the application, whose destructor may wait for name servers
    int count = 1;                           // Qt keeps references to both, and must not see our options
    // Before parsing: the help lists missing packages, and Qt's TLS check needs an application.
    QCoreApplication application(count, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lynceus"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LYNCEUS_VERSION));
    const auto invocation = parseCommandLine(takeArguments(argc, argv));
    if (!invocation)
        return int(reportError(invocation.error()));
    // Print help and version before anything else is set up: they take a few milliseconds.
    if (const auto *call = std::get_if<PrintCall>(&*invocation))
        return int(writeOutput(call->text.toUtf8()) ? ExitCode::Done : ExitCode::Usage);
    const CommandContext context{clock, startedAt, interruption};
    LogFile logFile(LogFile::usualName());
    std::optional<FileLogging> logging;
    if (const auto level = logLevelFor(*invocation); level != LogLevel::Off)
        logging.emplace(logFile, level, clock);
    const auto code = int(std::visit([&](const auto &options) { return runCommand(options, context); }, *invocation));
    interruption.leave(kEndGrace, code);
    return code;
}

} // namespace lynceus
