#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// A prefix of RegistryProxies as the user writes it, which may be an address copied from a browser:
/// "https://harbor.acme.example/proxy/" becomes "harbor.acme.example/proxy". Error::Kind::BadInput: what it has that no
/// image name begins with.
[[nodiscard]] Result<QString> registryProxyFrom(const QString &text);

} // namespace lynceus
