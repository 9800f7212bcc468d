#pragma once

#include "core/io/serve/httpreply.h"

#include <QJsonObject>
#include <QString>

namespace lynceus {

// Replies of the API. Their headers forbid caching, because the state of tasks changes.

[[nodiscard]] HttpReply jsonReply(int status, const QByteArray &body);
[[nodiscard]] HttpReply jsonReply(int status, const QJsonObject &object);

/// {"status": @p state, "error": @p error}, as Argo Watcher responds. 429 and 503 have a Retry-After.
[[nodiscard]] HttpReply problemReply(int status, const QString &state, const QString &error);

/// 503 in the same form. Omits the database's error, which may contain hosts and paths and belongs in the log.
[[nodiscard]] HttpReply databaseDownReply();
/// As above, for the task @p id.
[[nodiscard]] HttpReply databaseDownReply(const QString &id);

} // namespace lynceus
