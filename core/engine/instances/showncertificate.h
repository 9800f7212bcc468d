#pragma once

#include "core/engine/instances/instancestate.h"
#include "core/io/http/requests/anonymousrequest.h"

namespace lynceus {

/// The certificate in @p answer and why it is not trusted. @p answer must have a certificate.
[[nodiscard]] UntrustedCertificate shownCertificate(const OpenAnswer &answer);

} // namespace lynceus
