#include "app/cli/program.h"

#include "app/cli/commandline.h"
#include "app/cli/commands/apps.h"
#include "app/cli/commands/daemon.h"
#include "app/cli/commands/demo.h"
#include "app/cli/commands/deployments.h"
#include "app/cli/commands/explain.h"
#include "app/cli/commands/follow.h"
#include "app/cli/commands/history.h"
#include "app/cli/commands/login.h"
#include "app/cli/commands/record.h"
#include "app/cli/commands/replay.h"
#include "app/cli/commands/report.h"
#include "app/cli/commands/serve.h"
#include "app/cli/commands/servetoken.h"
#include "app/cli/commands/status.h"
#include "app/cli/commands/tree.h"
#include "app/cli/commands/versions.h"
#include "app/cli/commands/wait.h"
#include "app/cli/commands/watch.h"
#include "app/cli/commands/watchadd.h"
#include "app/cli/commands/watchchange.h"
#include "app/cli/doctor/doctor.h"
#include "app/cli/instances/instances.h"
#include "app/cli/process/console.h"
#include "app/cli/process/hardening.h"
#include "app/cli/teamserver/tasks.h"
#include "app/cli/teamserver/watchshare.h"
#include "core/io/clock.h"
#include "core/io/log/filelogging.h"

#include <QCoreApplication>

#include <optional>

namespace lynceus {

namespace {

constexpr Duration kSignalGrace{700}; // a signal ends every command within a second
constexpr Duration kEndGrace{500};    // what is left to do after the last word is to give memory back

/// Each command by the type of its options.
class CommandRunner final
{
public:
    explicit CommandRunner(const CommandContext &context)
        : m_context(context)
    { }

    ExitCode operator()(const PrintCall &) const { return ExitCode::Done; } // answered before
    ExitCode operator()(const WaitOptions &options) const { return runWait(options, m_context); }
    ExitCode operator()(const AppsOptions &options) const { return runApps(options, m_context); }
    ExitCode operator()(const StatusCall &call) const { return runStatus(call.options, m_context); }
    ExitCode operator()(const TreeCall &call) const { return runTree(call.options, m_context); }
    ExitCode operator()(const ExplainCall &call) const { return runExplain(call.options, m_context); }
    ExitCode operator()(const RecordCall &call) const { return runRecord(call, m_context); }
    ExitCode operator()(const LoginOptions &options) const { return runLogin(options, m_context); }
    ExitCode operator()(const LogoutOptions &options) const { return runLogout(options, m_context); }
    ExitCode operator()(const ReplayCommandOptions &options) const { return runReplay(options, m_context); }
    ExitCode operator()(const InstancesCall &call) const { return runInstances(call, m_context); }
    ExitCode operator()(const DemoOptions &options) const { return runDemo(options, m_context); }
    ExitCode operator()(const HistoryOptions &options) const { return runHistory(options, m_context); }
    ExitCode operator()(const DeploymentsOptions &options) const { return runDeployments(options, m_context); }
    ExitCode operator()(const ReportOptions &options) const { return runReport(options, m_context); }
    ExitCode operator()(const FollowAddOptions &options) const { return runFollowAdd(options, m_context); }
    ExitCode operator()(const FollowListOptions &options) const { return runFollowList(options, m_context); }
    ExitCode operator()(const FollowChangeOptions &options) const { return runFollowChange(options, m_context); }
    ExitCode operator()(const VersionsOptions &options) const { return runVersions(options, m_context); }
    ExitCode operator()(const DoctorOptions &options) const { return runDoctor(options, m_context); }
    ExitCode operator()(const WatchAddOptions &options) const { return runWatchAdd(options, m_context); }
    ExitCode operator()(const WatchExtendOptions &options) const { return runWatchExtend(options, m_context); }
    ExitCode operator()(const WatchRepeatOptions &options) const { return runWatchRepeat(options, m_context); }
    ExitCode operator()(const WatchCancelOptions &options) const { return runWatchCancel(options, m_context); }
    ExitCode operator()(const DaemonOptions &options) const { return runDaemon(options, m_context); }
    ExitCode operator()(const ServeOptions &options) const { return runServe(options, m_context); }
    ExitCode operator()(const ServeTokenOptions &options) const { return runServeToken(options, m_context); }
    ExitCode operator()(const TasksOptions &options) const { return runTasks(options, m_context); }
    ExitCode operator()(const WatchShareOptions &options) const { return runWatchShare(options, m_context); }
    ExitCode operator()(const WatchListOptions &options) const { return runWatchList(options, m_context); }
    ExitCode operator()(const WatchShowOptions &options) const { return runWatchShow(options, m_context); }

private:
    const CommandContext &m_context;
};

/// What stays leaves a trace by itself; what runs for one call only where somebody asked for it.
LogLevel logLevelFor(const Invocation &invocation)
{
    if (const auto level = logLevelOfEnvironment())
        return *level;
    if (!qEnvironmentVariableIsEmpty("LYNCEUS_LOG"))
        reportWarning(QStringLiteral("LYNCEUS_LOG is ignored; use off, warning, info or debug"));
    return std::holds_alternative<DaemonOptions>(invocation) ? LogLevel::Info : LogLevel::Off;
}

} // namespace

int runCommandLine(int argc, char **argv)
{
    const SystemClock clock;
    const auto startedAt = clock.steady();
    hardenProcess();
    const auto invocation = parseCommandLine(takeArguments(argc, argv));
    if (!invocation)
        return int(reportError(invocation.error()));
    // Help and version answer before Qt's event loop and network are set up: they take a few milliseconds.
    if (const auto *call = std::get_if<PrintCall>(&*invocation))
        return int(writeOutput(call->text.toUtf8()) ? ExitCode::Done : ExitCode::Usage);
    Interruption interruption(kSignalGrace); // outlives the application, whose end may wait for name servers
    const CommandContext context{clock, startedAt, interruption};
    const CommandRunner runner(context);
    int count = 1; // Qt keeps a reference to both, and must not see our options
    QCoreApplication application(count, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lynceus"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LYNCEUS_VERSION));
    LogFile logFile(LogFile::usualName());
    std::optional<FileLogging> logging;
    if (const auto level = logLevelFor(*invocation); level != LogLevel::Off)
        logging.emplace(logFile, level, clock);
    const auto code = int(std::visit(runner, *invocation));
    interruption.leave(kEndGrace, code);
    return code;
}

} // namespace lynceus
