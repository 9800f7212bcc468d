#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// A token with its number, which shows for a refused request whether there is a newer token.
struct BearerToken
{
    Secret value; ///< empty: not signed in; requests are sent without a token
    quint64 generation = 0;
};

/// Provides the token for each request of an instance, so that requests always use the newest one. Lives in the thread
/// of the requests.
class TokenSource
{
public:
    using Answer = std::function<void(Result<BearerToken>)>;

    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource() = default;

    /// Calls @p answer once, possibly before it returns, and never after @p context was destroyed. Waits while the
    /// keychain is read or the token is renewed, once for all callers. @param refused number of a token that got a 401;
    /// it is renewed first, unless there is a newer one. Errors: SignInNeeded: only the user can help. Unreachable,
    /// TimedOut, Server…: the renewal failed for now and the request may be repeated later; do not report this as
    /// signed out.
    virtual void ask(std::optional<quint64> refused, QObject *context, Answer answer) = 0;

    /// The server sent a newer token with the answer to a request with token @p generation (Argo CD's
    /// `Grpc-Metadata-Renew-Token`, in the last minutes of a local session).
    virtual void takeRenewed(quint64 generation, Secret token) = 0;
};

} // namespace lynceus
