#pragma once

#include "core/io/serve/httpreply.h"

#include <QJsonObject>
#include <QString>

namespace lynceus {

// The form that the API's answers have. Nothing may keep them: the next one may say something else.

[[nodiscard]] HttpReply jsonReply(int status, const QByteArray &body);
[[nodiscard]] HttpReply jsonReply(int status, const QJsonObject &object);

/// {"status": @p state, "error": @p error}, as Argo Watcher says it. 429 and 503 say when to try again.
[[nodiscard]] HttpReply problemReply(int status, const QString &state, const QString &error);

/// 503 with the same. Not what the database said: that names hosts and folders, and belongs in the log.
[[nodiscard]] HttpReply databaseDownReply();
/// The same about what @p id names.
[[nodiscard]] HttpReply databaseDownReply(const QString &id);

} // namespace lynceus
