#pragma once

#include "core/domain/http/requestparser.h"

namespace lynceus {

/// Whether the request names this computer as its host, as a client of a server on loopback does. A page in a browser
/// whose name was made to lead to 127.0.0.1 (DNS rebinding) sends its own name. HTTP/1.0 may leave the host out.
[[nodiscard]] bool isForLoopback(const HttpRequest &request);

} // namespace lynceus
