#pragma once

#include "app/cli/options/options.h"
#include "app/cli/process/remedy.h"
#include "core/domain/base/result.h"
#include "core/io/http/requests/instanceaccess.h"

#include <functional>

namespace lynceus {

/// ARGOCD_SERVER and ARGOCD_AUTH_TOKEN from the environment, as for the argocd CLI.
struct ServerEnvironment
{
    QString server;
    Secret token;
};

[[nodiscard]] ServerEnvironment serverEnvironment();

struct ServerConnection
{
    QString instance; ///< name of the server in messages and output: its host
    InstanceAccess access;
    WayToServer way{}; ///< for the remedies of errors
    /// What requests wait for before they are sent (the keychain, a renewal); empty: nothing. Null: requests never
    /// wait.
    std::function<QString()> awaited{};
    QStringList warnings; ///< to be printed before the first request
};

/// URL and credentials of the server. Options override the environment. Reads the files that options name. Errors:
/// BadInput, with the option or variable, what is wrong and what is valid; without secrets.
[[nodiscard]] Result<ServerConnection> serverConnection(const ServerOptions &options,
                                                        const ServerEnvironment &environment);

/// The same error with the server's name if it is about a request: the user may have meant another server.
[[nodiscard]] Error atServer(Error error, const QUrl &baseUrl);

/// The error of a server that has not responded within @p limit, with a remedy. @p question: what was requested, e.g.
/// "the list of applications".
[[nodiscard]] Error noAnswer(const ServerConnection &connection, const QString &question, Duration limit);
/// As noAnswer(), for a request that waits for @p awaited: a keychain, an OpenID provider.
[[nodiscard]] Error notDone(const QString &asked, const QString &awaited, Duration limit);

/// The additional hint for commands with `--request-timeout`.
[[nodiscard]] QString longerWait();

/// serverConnection() with the process environment; prints warnings on standard error.
[[nodiscard]] Result<ServerConnection> openedConnection(const ServerOptions &options);

} // namespace lynceus
