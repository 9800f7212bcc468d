#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace lynceus {

/// The server of a URL (RFC 6454): decides whether credentials of one address may be sent to another.
struct Origin
{
    QString scheme; ///< "http" or "https"
    QString host;   ///< lower case, internationalised names as ACE ("xn--…"), without DNS's trailing dot
    int port = 0;   ///< 1 to 65535; the default port of the scheme if the URL has none

    bool operator==(const Origin &) const = default;
};

/// The origin of an http or https URL with a host; empty for any other URL.
[[nodiscard]] std::optional<Origin> originOf(const QUrl &url);

/// Whether both URLs have the same origin. The only comparison of servers in the program, used by requests, redirects
/// and sign-in. Ignores paths, user names and queries.
[[nodiscard]] bool sameOrigin(const QUrl &left, const QUrl &right);

} // namespace lynceus
