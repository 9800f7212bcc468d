#pragma once

#include "core/domain/base/time.h"

#include <optional>
#include <vector>

namespace lynceus {

/// Something that a server, a proxy or a network does wrong, made on the raw socket.
struct Fault
{
    enum class Kind {
        Refuse,       ///< the listening socket is closed: connection refused, open connections are cut
        Hang,         ///< accepts, reads the request, never answers
        Reset,        ///< RST right after the request
        Cut,          ///< streams: FIN in mid-frame; answers: FIN in mid-body
        GzipCut,      ///< gzip, FIN in its middle, chunked or by EOF framing
        GzipShort,    ///< Content-Length right for a gzip stream that ends early
        ResetInBody,  ///< RST inside a Content-Length body
        BadChunk,     ///< a chunk size that is no number
        HalfHead,     ///< FIN in the middle of the head
        FalseLength,  ///< Content-Length larger than the body, then FIN
        Truncate,     ///< half of the JSON with a right Content-Length
        Empty,        ///< 200 with no body
        Unauthorized, ///< 401 as Argo CD says it
        Unavailable,  ///< 503 with a proxy's HTML
        Html,         ///< 200 with an HTML page
        SlowBytes,    ///< a few bytes a second
        Silence,      ///< streams: open, but not a byte; answers: as Hang
        StallTls,     ///< accepts TCP, never answers the TLS hello
        Bomb,         ///< a small gzip body that unpacks to a gigabyte
        Redirect,     ///< 302 to another origin
    };
    Kind kind = Kind::Reset;
    Duration from{0};              ///< recording time
    std::optional<Duration> until; ///< recording time; absent: for good
    QString pathContains;          ///< only requests whose path contains this; empty: all
};

/// "refuse@5s-13s", "html@6s+7s", "unauthorized", "cut@10s:resource-tree": KIND[@FROM[-UNTIL|+LENGTH]][:PATHPART].
/// Error::Kind::BadInput names what is wrong and, for an unknown kind, the nearest one.
[[nodiscard]] Result<Fault> parseFault(const QString &text);

/// All names, for help texts: "refuse", "gzip-cut", …
[[nodiscard]] QStringList faultNames();

} // namespace lynceus
