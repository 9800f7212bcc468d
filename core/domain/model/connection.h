#pragma once

namespace lynceus {

/// How the connection to an instance is: what its feed finds out, what people are shown and told.
enum class Connection {
    Paused,       ///< by the person: not contacted
    Connecting,   ///< nothing was answered yet
    Live,         ///< list read, stream open and heard within FeedPlan::kSilence
    Polling,      ///< list read, no stream to be had: read again and again
    Stale,        ///< what is known is old: nothing was heard for FeedPlan::kSilence
    Unreachable,  ///< refused, unknown host, timed out, 5xx
    SignInNeeded, ///< no token, or it is expired or refused and cannot be renewed: one notice, one state
    KeychainShut, ///< the keychain is locked, absent or denied: the token cannot be read
    Certificate,  ///< TLS: unknown issuer, wrong name, expired, or the pinned certificate changed
    NotArgoCd,    ///< something else answers at that address
    Forbidden,    ///< this account may list nothing
};

} // namespace lynceus
