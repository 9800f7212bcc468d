#pragma once

#include "core/domain/base/time.h"
#include "core/domain/http/httpheaders.h"

#include <QByteArray>

namespace lynceus {

/// What a server of ours answers to one request.
struct HttpReply
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no such field
    QByteArray body = {};
    HttpHeaders headers = {}; ///< further fields; those that are no valid fields are left out
};

/// Status line, fields and the empty line. @p keepAlive: another request may follow on this connection.
[[nodiscard]] QByteArray headOf(const HttpReply &reply, Instant date, bool keepAlive);

} // namespace lynceus
