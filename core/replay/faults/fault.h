#pragma once

#include "core/domain/time/time.h"

#include <optional>
#include <vector>

namespace lynceus {

/// A fault of a server, a proxy or a network, created on the socket.
struct Fault
{
    enum class Kind {
        Refuse,       ///< the listening socket is closed: connection refused, open connections are cut
        Hang,         ///< accepts, reads the request, never answers
        Reset,        ///< RST right after the request
        Cut,          ///< streams: FIN within a frame; answers: FIN within the body
        GzipCut,      ///< gzip, FIN within the data, with chunked encoding or without length
        GzipShort,    ///< correct Content-Length for a truncated gzip stream
        ResetInBody,  ///< RST within a body with Content-Length
        BadChunk,     ///< an invalid chunk size
        HalfHead,     ///< FIN within the head
        FalseLength,  ///< Content-Length larger than the body, then FIN
        Truncate,     ///< half of the JSON with a correct Content-Length
        Empty,        ///< 200 without body
        Unauthorized, ///< 401 as from Argo CD
        Unavailable,  ///< 503 with HTML from a proxy
        Html,         ///< 200 with an HTML page
        SlowBytes,    ///< a few bytes a second
        Silence,      ///< streams: open without data; answers: like Hang
        StallTls,     ///< accepts TCP, never answers the TLS handshake
        Bomb,         ///< a small gzip body that decompresses to a gigabyte
        Redirect,     ///< 302 to another origin
    };
    Kind kind = Kind::Reset;
    Duration from{0};              ///< recording time
    std::optional<Duration> until; ///< recording time; empty: no end
    QString pathContains;          ///< only requests whose path contains this; empty: all
};

/// "refuse@5s-13s", "html@6s+7s", "unauthorized", "cut@10s:resource-tree": KIND[@FROM[-UNTIL|+LENGTH]][:PATHPART].
/// Error::Kind::BadInput with the problem and, for an unknown kind, the nearest one.
[[nodiscard]] Result<Fault> parseFault(const QString &text);

/// All names, for help texts: "refuse", "gzip-cut", …
[[nodiscard]] QStringList faultNames();

} // namespace lynceus
