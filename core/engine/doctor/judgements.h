#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/time/time.h"
#include "core/engine/doctor/accountrights.h"
#include "core/engine/doctor/finding.h"
#include "core/engine/instances/instancestate.h"
#include "core/engine/signin/sessionstate.h"

namespace lynceus {

// Pure functions that turn the facts of one check into a sentence and a remedy.

/// @p offset: server's clock minus ours; empty without a `Date`. Warning above 30 s; Bad if a new token may be refused
/// (kClockTolerance).
[[nodiscard]] Finding judgedClock(std::optional<Duration> offset);

/// A server certificate and why it is trusted or not.
struct ShownCertificate
{
    UntrustedCertificate certificate; ///< its `problem` is empty if it is trusted or pinned
    bool isPinned = false;
    bool isOwnAuthority = false; ///< only the CA certificates of a configured file are trusted
    bool isInsecure = false;     ///< this call accepts any certificate
};
[[nodiscard]] Finding judgedCertificate(const ShownCertificate &shown, Instant now);

[[nodiscard]] Finding judgedVersion(const ServerVersion &version);

/// @p name: of the instance, for the suggested command.
[[nodiscard]] Finding judgedSignIn(const QString &name, SignInMethod method, const Result<UserInfo> &user,
                                   const SessionState &session, Instant now);

[[nodiscard]] Findings judgedRights(const AccountRights &rights);

/// Bad, with the message of the error.
[[nodiscard]] Finding badFinding(const QString &check, const Error &error, const QString &remedy = {});

} // namespace lynceus
