#pragma once

#include "core/domain/base/time.h"

#include <QString>

#include <optional>

namespace lynceus {

/// How one instance is signed in now; the sign-in part of InstanceState.
struct SessionState
{
    enum class Status {
        Reading,      ///< the keychain was not read yet, or is being read
        Anonymous,    ///< the instance is set up so: requests go without a token
        SignedIn,     ///< a token is there, as far as is known a good one
        SignInNeeded, ///< no token, or it is expired or refused and cannot be renewed
        KeychainShut, ///< the keychain is locked, denied or silent: a token may be in it
    };
    Status status = Status::Reading;
    QString message; ///< SignInNeeded, KeychainShut, or why no keychain keeps the token: one safe sentence; else empty
    QString user;    ///< who we are there, empty until known
    std::optional<Instant> signedInUntil; ///< our clock; nothing if the token does not say it
    bool renewable = false;               ///< it will be renewed without the person
    bool tokenForThisRunOnly = false;     ///< no keychain keeps it

    friend bool operator==(const SessionState &, const SessionState &) = default;
};

} // namespace lynceus
