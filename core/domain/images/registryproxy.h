#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// Parses a prefix of RegistryProxies entered by the user, possibly a URL copied from a browser:
/// "https://harbor.acme.example/proxy/" becomes "harbor.acme.example/proxy". Error::Kind::BadInput names the part that
/// image names cannot start with.
[[nodiscard]] Result<QString> registryProxyFrom(const QString &text);

} // namespace lynceus
