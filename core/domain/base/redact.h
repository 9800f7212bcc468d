#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace lynceus {

/// The only functions that may turn URLs, headers or bodies into text for logs and messages.
/// User info, fragments and the values of query parameters that are not on a short list of harmless
/// names ("project", "fields", …) are replaced by "…".
[[nodiscard]] QString redactedUrl(const QUrl &url);

/// Text from a server or a file, fit for a log line: secrets are replaced (secretscanner.h), control characters are
/// escaped, the length is cut at @p limit characters.
[[nodiscard]] QString redactedText(QStringView text, qsizetype limit = 400);

} // namespace lynceus
