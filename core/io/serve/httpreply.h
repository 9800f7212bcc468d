#pragma once

#include "core/domain/base/time.h"
#include "core/domain/http/httpheaders.h"

#include <QByteArray>
#include <QFuture>

#include <memory>

namespace lynceus {

class BodySource;

/// What a server of ours answers to one request.
struct HttpReply
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no such field
    QByteArray body = {};
    HttpHeaders headers = {};                ///< further fields; those that are no valid fields are left out
    std::shared_ptr<BodySource> source = {}; ///< instead of `body`: goes on until one side ends the connection
    /// The answer is not known yet: this will be it, and nothing else here counts. A future that is cancelled is
    /// answered with 503.
    std::shared_ptr<QFuture<HttpReply>> later = {};
};

/// Status line, fields and the empty line. @p keepAlive: another request may follow on this connection, which a reply
/// with a source never allows.
[[nodiscard]] QByteArray headOf(const HttpReply &reply, Instant date, bool keepAlive);

} // namespace lynceus
