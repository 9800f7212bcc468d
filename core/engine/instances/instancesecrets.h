#pragma once

#include "core/domain/base/result.h"
#include "core/io/http/requests/instanceaccess.h"

#include <utility>
#include <vector>

namespace lynceus {

/// Secrets of one instance from the keychain.
struct InstanceSecrets
{
    Secret token;                                    ///< empty: anonymous or signed out
    std::vector<std::pair<QString, Secret>> headers; ///< name and value for each of Instance::headerNames
};

/// Access data for @p instance with these secrets. Reads the certificate files that the instance names. Errors:
/// BadInput with the file and its problem; SignInNeeded if a gateway header has no value.
[[nodiscard]] Result<InstanceAccess> accessFor(const Instance &instance, const InstanceSecrets &secrets);

/// Access data without credentials for server and gateway, for requests before the sign-in.
[[nodiscard]] Result<InstanceAccess> accessWithoutSecrets(const Instance &instance);

} // namespace lynceus
