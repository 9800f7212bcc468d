#pragma once

#include "app/cli/options/options.h"
#include "app/cli/process/remedy.h"
#include "core/domain/base/result.h"
#include "core/io/http/requests/instanceaccess.h"

#include <functional>

namespace lynceus {

/// What the environment says: ARGOCD_SERVER and ARGOCD_AUTH_TOKEN, the names of the official client.
struct ServerEnvironment
{
    QString server;
    Secret token;
};

[[nodiscard]] ServerEnvironment serverEnvironment();

struct ServerConnection
{
    QString instance; ///< how messages and output call the server: its host
    InstanceAccess access;
    WayToServer way{}; ///< for what errors advise
    /// What requests wait for before they are sent (the keychain, a renewal), empty if for nothing; null: never
    /// anything.
    std::function<QString()> awaited{};
    QStringList warnings; ///< to be said aloud before the first request
};

/// Where to go and with what. Options beat the environment. Reads the files that options name.
/// Errors: BadInput, naming the option or variable, what is wrong, and what would be right; no secret is in them.
[[nodiscard]] Result<ServerConnection> serverConnection(const ServerOptions &options,
                                                        const ServerEnvironment &environment);

/// The same error, naming the server where it is about a request to it: a person may have meant another one.
[[nodiscard]] Error atServer(Error error, const QUrl &baseUrl);

/// The error of a server that has not answered when @p limit was over, and what to do.
/// @p question: what it was asked for, e.g. "the list of applications".
[[nodiscard]] Error noAnswer(const ServerConnection &connection, const QString &question, Duration limit);
/// The same for an answer that only waits for @p awaited: a keychain, a provider.
[[nodiscard]] Error notDone(const QString &asked, const QString &awaited, Duration limit);

/// What a command adds to these that has `--request-timeout`.
[[nodiscard]] QString longerWait();

/// serverConnection() from the real environment, its warnings said on standard error.
[[nodiscard]] Result<ServerConnection> openedConnection(const ServerOptions &options);

} // namespace lynceus
