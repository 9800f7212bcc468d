#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

// Every command, by the type of its options; parseCommandLine() makes them.

/// `lynceus wait`: runs by itself and stores nothing.
[[nodiscard]] ExitCode runCommand(const WaitOptions &options, const CommandContext &context);
/// `lynceus apps`: one list, filtered here too, in one write.
[[nodiscard]] ExitCode runCommand(const AppsOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const VersionsOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const StatusCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const TreeCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const ExplainCall &call, const CommandContext &context);
/// `lynceus record`: until its time is over or Ctrl+C, either of which leaves a whole file.
[[nodiscard]] ExitCode runCommand(const RecordCall &call, const CommandContext &context);
/// `lynceus replay RECORDING…`: serves until Ctrl+C, which is its good end.
[[nodiscard]] ExitCode runCommand(const ReplayCommandOptions &options, const CommandContext &context);
/// `lynceus demo --headless`: a release that works, then one that does not, told on standard output.
[[nodiscard]] ExitCode runCommand(const DemoOptions &options, const CommandContext &context);
/// `lynceus watch add`: registers, and sees to it that somebody follows it.
[[nodiscard]] ExitCode runCommand(const WatchAddOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchListOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchShowOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchExtendOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchRepeatOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchCancelOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchShareOptions &options, const CommandContext &context);
/// `lynceus daemon`: the engine without a window, until somebody ends it or a window takes over.
[[nodiscard]] ExitCode runCommand(const DaemonOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const HistoryOptions &options, const CommandContext &context);
/// `lynceus deployments`: reads the store, for the engine writes each deployment as soon as it knows of it.
[[nodiscard]] ExitCode runCommand(const DeploymentsOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const ReportOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const FollowAddOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const FollowListOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const FollowChangeOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const ServeOptions &options, const CommandContext &context);
/// `lynceus serve token`: creates, lists and revokes the deploy tokens in the database of a team server.
[[nodiscard]] ExitCode runCommand(const ServeTokenOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const TasksOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const LoginOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const LogoutOptions &options, const CommandContext &context);
/// `lynceus instances add|list|test|rename|remove|import|whoami`.
[[nodiscard]] ExitCode runCommand(const InstancesCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const DoctorOptions &options, const CommandContext &context);

} // namespace lynceus
