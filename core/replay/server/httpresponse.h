#pragma once

#include "core/domain/time/time.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace lynceus {

/// How the end of a body is marked.
enum class Framing {
    Length,  ///< Content-Length
    Chunked, ///< Transfer-Encoding: chunked
    Close,   ///< by closing the connection
};

struct HttpResponse
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no such header
    QByteArray body = {};
    bool gzip = false;     ///< `body` is already compressed
    bool fromGrpc = false; ///< has the gateway's header
    Framing framing = Framing::Length;
    qsizetype length = -1; ///< Content-Length to send; -1: that of the body
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
};

/// Status line, headers and the blank line.
[[nodiscard]] QByteArray responseHead(const HttpResponse &response, Instant date, bool keepAlive);

/// One chunk of a chunked body; the last chunk if @p bytes is empty.
[[nodiscard]] QByteArray chunk(QByteArrayView bytes);

/// A complete chunked body, in chunks as large as those of servers.
[[nodiscard]] QByteArray chunked(QByteArrayView body);

} // namespace lynceus
