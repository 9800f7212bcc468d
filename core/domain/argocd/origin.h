#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace lynceus {

/// The server behind a URL: what decides whether credentials of one address may be sent to another (RFC 6454).
struct Origin
{
    QString scheme; ///< "http" or "https"
    QString host;   ///< lower case, internationalised names as ACE ("xn--…"), without the trailing dot of DNS
    int port = 0;   ///< 1 to 65535; the scheme's default if the URL has none

    bool operator==(const Origin &) const = default;
};

/// The origin of an http or https URL with a host; nothing for any other URL.
[[nodiscard]] std::optional<Origin> originOf(const QUrl &url);

/// Whether both URLs have an origin and it is the same. The only comparison of servers in the program: requests,
/// redirects and sign-in use it. Paths, user names and queries are not compared.
[[nodiscard]] bool sameOrigin(const QUrl &left, const QUrl &right);

} // namespace lynceus
