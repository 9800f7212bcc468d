#pragma once

#include "core/domain/http/requestparser.h"

#include <QString>

namespace lynceus {

/// The host of the request's Host field in lower case, without port, brackets and final dot; empty if the field is
/// missing or empty. An invalid IPv6 address keeps its brackets.
[[nodiscard]] QString requestedHost(const HttpRequest &request);

/// Whether the request names this computer as its host, as clients of a loopback server do. A web page whose name
/// resolves to 127.0.0.1 (DNS rebinding) sends its own name. HTTP/1.0 may omit the host.
[[nodiscard]] bool isForLoopback(const HttpRequest &request);

} // namespace lynceus
