#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace lynceus {

/// Only these functions may turn URLs, headers or bodies into text for logs and messages. Replaces user info, fragments
/// and the values of query parameters by "…", except for a short list of harmless parameters ("project", "fields", …).
[[nodiscard]] QString redactedUrl(const QUrl &url);

/// Text from a server or a file, for a log line: replaces secrets (secretscanner.h), escapes control characters, cuts
/// at @p limit characters.
[[nodiscard]] QString redactedText(QStringView text, qsizetype limit = 400);

} // namespace lynceus
