#pragma once

namespace lynceus {

/// State of the connection to an instance, for its feed, the window and notifications.
enum class Connection {
    Paused,       ///< by the user: not contacted
    Connecting,   ///< no answer yet
    Live,         ///< list read, stream open, data received within FeedPlan::kSilence
    Polling,      ///< list read, no stream available: polled
    Stale,        ///< the data is old: nothing was received for FeedPlan::kSilence
    Unreachable,  ///< refused, unknown host, timed out, 5xx
    SignInNeeded, ///< no token, or it is expired or refused and cannot be renewed
    KeychainShut, ///< the keychain is locked, missing or denied: the token cannot be read
    Certificate,  ///< TLS: unknown issuer, wrong name, expired, or the pinned certificate changed
    NotArgoCd,    ///< the server at that address is not Argo CD
    Forbidden,    ///< this account may not list applications
};

} // namespace lynceus
