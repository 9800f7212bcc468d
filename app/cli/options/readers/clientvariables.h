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

/// What the variables of Argo Watcher's client say (`wait --from-env`), tokens excepted.
struct ClientVariables
{
    QString server;                      ///< ARGO_WATCHER_URL as written
    QString app;                         ///< ARGO_APP
    QStringList images;                  ///< IMAGES, each with the tag of IMAGE_TAG: "ghcr.io/acme/shop-web:1.5.0"
    QString author;                      ///< COMMIT_AUTHOR
    QString project;                     ///< PROJECT_NAME
    std::optional<Duration> taskTimeout; ///< TASK_TIMEOUT; nothing: the server's default
    std::optional<bool> refresh;         ///< TASK_REFRESH; nothing: the server's default
    Duration interval{15'000};           ///< RETRY_INTERVAL: between two polls
    Duration requestTimeout{60'000};     ///< TIMEOUT: of one request
    bool debug = false;                  ///< DEBUG

    friend bool operator==(const ClientVariables &, const ClientVariables &) = default;
};

/// Reads them as the client does: six are required, unless they are in @p given, which options replace.
/// BadInput: all that are missing, or the first one that is wrong; `asked` names the variable.
[[nodiscard]] Result<ClientVariables> readClientVariables(const Variables &variables, const QSet<QString> &given);

/// A duration as Go writes it: "15s", "1m30s", "1.5h", "500ms"; "0". BadInput says what one looks like.
[[nodiscard]] Result<Duration> parseGoDuration(const QString &text);
/// A truth value as Go reads it: 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
[[nodiscard]] Result<bool> parseGoBool(const QString &text);

} // namespace lynceus
