#pragma once

#include "core/domain/http/httpheaders.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QFuture>

#include <memory>

namespace lynceus {

class BodySource;

/// The answer of one of our servers to a request.
struct HttpReply
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no such field
    QByteArray body = {};
    HttpHeaders headers = {};                ///< further fields; invalid ones are omitted
    std::shared_ptr<BodySource> source = {}; ///< used instead of `body`: lasts until one side closes the connection
    /// The answer will be the result of this future, and nothing else here counts. A cancelled future is answered with
    /// 503.
    std::shared_ptr<QFuture<HttpReply>> later = {};
};

/// Status line, fields and the blank line. @p keepAlive: another request may follow on this connection, which a reply
/// with a source never allows.
[[nodiscard]] QByteArray headOf(const HttpReply &reply, Instant date, bool keepAlive);

} // namespace lynceus
