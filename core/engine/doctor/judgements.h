#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/domain/base/time.h"
#include "core/engine/doctor/accountrights.h"
#include "core/engine/doctor/finding.h"
#include "core/engine/instances/instancestate.h"
#include "core/engine/signin/sessionstate.h"

namespace lynceus {

// What the facts of one check come to. Pure: facts in, one sentence and a remedy out.

/// Server minus ours; nothing without a `Date`. A warning above half a minute, bad where a fresh token may be refused
/// (kClockTolerance).
[[nodiscard]] Finding judgedClock(std::optional<Duration> offset);

/// How a certificate came to be trusted, or not.
struct ShownCertificate
{
    UntrustedCertificate certificate; ///< its `problem` is empty if it is trusted or pinned
    bool isPinned = false;
    bool isOwnAuthority = false; ///< only the authorities of a file count
    bool isInsecure = false;     ///< this call accepts any
};
[[nodiscard]] Finding judgedCertificate(const ShownCertificate &shown, Instant now);

[[nodiscard]] Finding judgedVersion(const ServerVersion &version);

/// @p name: of the instance, for the command that helps.
[[nodiscard]] Finding judgedSignIn(const QString &name, SignInMethod method, const Result<UserInfo> &user,
                                   const SessionState &session, Instant now);

[[nodiscard]] Findings judgedRights(const AccountRights &rights);

/// Bad, with the error's own sentence.
[[nodiscard]] Finding badFinding(const QString &check, const Error &error, const QString &remedy = {});

} // namespace lynceus
