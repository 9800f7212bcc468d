#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace lynceus {

/// The only functions that may turn URLs, headers or bodies into text for logs and messages.
/// User info, fragments and the values of query parameters that are not on a short list of harmless
/// names ("project", "fields", …) are replaced by "…".
[[nodiscard]] QString redactedUrl(const QUrl &url);

/// Name and value of a header; values of anything that may carry credentials
/// (Authorization, Cookie, Set-Cookie, Proxy-Authorization, *-Token, *-Key, unknown X- headers) become "…".
[[nodiscard]] QString redactedHeader(QByteArrayView name, QByteArrayView value);

/// Text from a server or a file, fit for a log line: secrets are replaced (secretscanner.h), control characters are
/// escaped, the length is cut at @p limit characters.
[[nodiscard]] QString redactedText(QStringView text, qsizetype limit = 400);

} // namespace lynceus
