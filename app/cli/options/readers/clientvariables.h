#pragma once

#include "core/domain/base/result.h"
#include "core/domain/tasks/task.h"
#include "core/domain/time/time.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace lynceus {

/// The value of an environment variable; empty if it is not set.
using Variables = std::function<QString(const QString &name)>;

/// The variables of Argo Watcher's client (`wait --from-env`), without tokens.
struct ClientVariables
{
    QString server;                      ///< ARGO_WATCHER_URL, unparsed
    QString app;                         ///< ARGO_APP
    QStringList images;                  ///< IMAGES, each with the tag of IMAGE_TAG: "ghcr.io/acme/shop-web:1.5.0"
    QString author;                      ///< COMMIT_AUTHOR
    QString project;                     ///< PROJECT_NAME
    std::optional<Duration> taskTimeout; ///< TASK_TIMEOUT; empty: the server's default
    std::optional<bool> refresh;         ///< TASK_REFRESH; empty: the server's default
    Duration interval{15'000};           ///< RETRY_INTERVAL: interval between polls
    Duration requestTimeout{60'000};     ///< TIMEOUT of one request
    bool debug = false;                  ///< DEBUG

    friend bool operator==(const ClientVariables &, const ClientVariables &) = default;
};

/// Reads the variables as the client does: six are required, unless they are in @p given (options replace them).
/// BadInput names all missing ones, or the first invalid one; `asked` names the variable.
[[nodiscard]] Result<ClientVariables> readClientVariables(const Variables &variables, const QSet<QString> &given);

/// A duration in Go's syntax: "15s", "1m30s", "1.5h", "500ms", "0". BadInput explains the syntax.
[[nodiscard]] Result<Duration> parseGoDuration(const QString &text);
/// A boolean in Go's syntax: 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
[[nodiscard]] Result<bool> parseGoBool(const QString &text);

} // namespace lynceus
