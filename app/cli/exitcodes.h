#pragma once

#include "core/domain/base/result.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <array>

namespace lynceus {

/// As documented in the manual and the man page; scripts depend on the numbers.
enum class ExitCode {
    Done = 0, ///< for `wait`: deployed
    Failed = 1,
    Usage = 2, ///< wrong usage, ambiguous name, unreadable input
    TimedOut = 3,
    Gone = 4,        ///< unknown application, deleted, or not visible to this account
    Unreachable = 5, ///< unreachable, wrong certificate, not an Argo CD; aborted, for `wait`
    Superseded = 6,
    SignInNeeded = 7,
    Cancelled = 8,
    HungUp = 129,      ///< 128 + SIGHUP, as in shells
    Interrupted = 130, ///< 128 + SIGINT
    Terminated = 143,  ///< 128 + SIGTERM
};

struct ExitCodeMeaning
{
    ExitCode code;
    const char *words;
};

inline constexpr std::array kWaitExitCodes{
    ExitCodeMeaning{ExitCode::Done, "deployed"},
    ExitCodeMeaning{ExitCode::Failed, "failed: the cause is printed"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, ambiguous name or unreadable input"},
    ExitCodeMeaning{ExitCode::TimedOut, "timed out: what it was still waiting for is printed"},
    ExitCodeMeaning{ExitCode::Gone, "gone: application not found, deleted, or not visible"},
    ExitCodeMeaning{ExitCode::Unreachable, "aborted: the server could not be reached or understood"},
    ExitCodeMeaning{ExitCode::Superseded, "superseded: replaced by another version"},
    ExitCodeMeaning{ExitCode::SignInNeeded, "sign-in needed: token missing, expired or rejected"},
    ExitCodeMeaning{ExitCode::Cancelled, "cancelled: with --via, also replaced by a newer task"},
    ExitCodeMeaning{ExitCode::HungUp, "ended by SIGHUP"},
    ExitCodeMeaning{ExitCode::Interrupted, "interrupted (Ctrl+C, SIGINT)"},
    ExitCodeMeaning{ExitCode::Terminated, "ended by SIGTERM"},
};

inline constexpr std::array kCommandExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, ambiguous name or unreadable input"},
    ExitCodeMeaning{ExitCode::Gone, "unknown application, or not visible to this account"},
    ExitCodeMeaning{ExitCode::Unreachable, "unreachable, wrong certificate, or not an Argo CD"},
    ExitCodeMeaning{ExitCode::SignInNeeded, "sign-in needed: token missing, expired or rejected"},
    ExitCodeMeaning{ExitCode::HungUp, "ended by SIGHUP"},
    ExitCodeMeaning{ExitCode::Interrupted, "interrupted (Ctrl+C, SIGINT)"},
    ExitCodeMeaning{ExitCode::Terminated, "ended by SIGTERM"},
};

/// The exit code of a command that failed.
[[nodiscard]] ExitCode exitCodeOf(Error::Kind kind);

/// The exit code of `wait`. Waiting means interrupted.
[[nodiscard]] ExitCode exitCodeOf(Outcome outcome);

} // namespace lynceus
