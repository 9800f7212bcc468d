#pragma once

#include "core/domain/base/result.h"
#include "core/io/http/instanceaccess.h"

#include <utility>
#include <vector>

namespace lynceus {

/// What the keychain holds of one instance.
struct InstanceSecrets
{
    Secret token;                                    ///< empty: anonymous, or signed out
    std::vector<std::pair<QString, Secret>> headers; ///< name and value, for those of Instance::headerNames
};

/// How to reach @p instance with these secrets. Reads the certificate files that it names.
/// Errors: BadInput, naming the file and what is wrong with it; SignInNeeded if the value of a gateway's header is
/// missing.
[[nodiscard]] Result<InstanceAccess> accessFor(const Instance &instance, const InstanceSecrets &secrets);

/// Without credentials for the server itself and for gateways, for questions before anybody signed in.
[[nodiscard]] Result<InstanceAccess> accessWithoutSecrets(const Instance &instance);

} // namespace lynceus
