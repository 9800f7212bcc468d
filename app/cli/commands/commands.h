#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "app/cli/process/commandcontext.h"

namespace lynceus {

// One overload per command, selected by the type of its options. parseCommandLine() creates the options.

/// `lynceus wait`: runs in this process and stores nothing.
[[nodiscard]] ExitCode runCommand(const WaitOptions &options, const CommandContext &context);
/// `lynceus apps`: prints one filtered list, in one write.
[[nodiscard]] ExitCode runCommand(const AppsOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const VersionsOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const StatusCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const TreeCall &call, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const ExplainCall &call, const CommandContext &context);
/// `lynceus record`: runs until its duration has passed or Ctrl+C; the file is complete in both cases.
[[nodiscard]] ExitCode runCommand(const RecordCall &call, const CommandContext &context);
/// `lynceus replay RECORDING…`: serves until Ctrl+C, which counts as success.
[[nodiscard]] ExitCode runCommand(const ReplayCommandOptions &options, const CommandContext &context);
/// `lynceus demo --headless`: runs a release that succeeds, then one that fails, and reports both on standard output.
[[nodiscard]] ExitCode runCommand(const DemoOptions &options, const CommandContext &context);
/// `lynceus watch add`: registers watches and makes sure that a process follows them.
[[nodiscard]] ExitCode runCommand(const WatchAddOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchListOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchShowOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchExtendOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchRepeatOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchCancelOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const WatchShareOptions &options, const CommandContext &context);
/// `lynceus daemon`: the engine without a window, until it is stopped or a window takes over.
[[nodiscard]] ExitCode runCommand(const DaemonOptions &options, const CommandContext &context);
[[nodiscard]] ExitCode runCommand(const HistoryOptions &options, const CommandContext &context);
/// `lynceus deployments`: reads the store; the engine writes each deployment as soon as it detects it.
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
