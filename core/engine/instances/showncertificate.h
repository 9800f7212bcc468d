#pragma once

#include "core/engine/instances/instancestate.h"
#include "core/io/http/anonymousrequest.h"

namespace lynceus {

/// What the server showed, and why it is not trusted; only for an answer that has a certificate.
[[nodiscard]] UntrustedCertificate shownCertificate(const OpenAnswer &answer);

} // namespace lynceus
