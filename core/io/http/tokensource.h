#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// A token and which one it is: a request that was refused says by it whether there is a newer one already.
struct BearerToken
{
    Secret value; ///< empty: nobody is signed in, the request goes without
    quint64 generation = 0;
};

/// Where the requests of one instance get their token from, each time anew, so that they always carry the newest one.
/// Lives in the thread of its requests.
class TokenSource
{
public:
    using Answer = std::function<void(Result<BearerToken>)>;

    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource() = default;

    /// Calls @p answer once, perhaps before it returns; never after @p context died. It waits as long as the keychain
    /// is read or the token renewed; many may ask meanwhile, the work is done once.
    /// @param refused the token that a 401 came for: it is renewed first, unless a newer one is there.
    /// Errors: SignInNeeded: only a person can help. Unreachable, TimedOut, Server…: renewing failed for now, the
    /// request may be repeated later; whoever has them must not tell people that they are signed out.
    virtual void ask(std::optional<quint64> refused, QObject *context, Answer answer) = 0;

    /// The server sent a newer token with an answer to a request that carried @p generation
    /// (Argo CD's `Grpc-Metadata-Renew-Token`, in the last minutes of a local login).
    virtual void takeRenewed(quint64 generation, Secret token) = 0;
};

} // namespace lynceus
