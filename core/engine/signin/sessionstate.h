#pragma once

#include "core/domain/time/time.h"

#include <QString>

#include <optional>

namespace lynceus {

/// Sign-in state of one instance; the sign-in part of InstanceState.
struct SessionState
{
    enum class Status {
        Reading,      ///< the keychain was not read yet or is being read
        Anonymous,    ///< as configured: requests are sent without a token
        SignedIn,     ///< there is a token, valid as far as known
        SignInNeeded, ///< no token, or it is expired or refused and cannot be renewed
        KeychainShut, ///< the keychain is locked, denied or not responding; it may contain a token
    };
    Status status = Status::Reading;
    /// For SignInNeeded, KeychainShut, or why no keychain stores the token: one sentence without secrets; otherwise
    /// empty.
    QString message;
    QString user;                         ///< the signed-in user; empty until known
    std::optional<Instant> signedInUntil; ///< our clock; empty if the token has no expiry
    bool renewable = false;               ///< the token can be renewed without the user
    bool tokenForThisRunOnly = false;     ///< no keychain stores the token

    friend bool operator==(const SessionState &, const SessionState &) = default;
};

} // namespace lynceus
