#pragma once

#include "core/domain/base/time.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace lynceus {

/// How the end of a body is told.
enum class Framing {
    Length,  ///< Content-Length
    Chunked, ///< Transfer-Encoding: chunked
    Close,   ///< by the end of the connection
};

struct HttpResponse
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no such header
    QByteArray body = {};
    bool gzip = false;     ///< `body` is compressed already
    bool fromGrpc = false; ///< carries the gateway's header
    Framing framing = Framing::Length;
    qsizetype length = -1; ///< Content-Length to claim; -1: the body's
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
};

/// Status line, headers and the empty line.
[[nodiscard]] QByteArray responseHead(const HttpResponse &response, Instant date, bool keepAlive);

/// One chunk of a chunked body; the last chunk if @p bytes is empty.
[[nodiscard]] QByteArray chunk(QByteArrayView bytes);

/// A whole chunked body in pieces as large as servers make them, with its end.
[[nodiscard]] QByteArray chunked(QByteArrayView body);

} // namespace lynceus
