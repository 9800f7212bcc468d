#pragma once

#include "core/domain/redaction/yamlsecrets.h"

namespace lynceus {

/// Replaces every secret in a JSON text by "…"; everything else stays unchanged, byte by byte. Covers, besides
/// withoutSecrets() for strings: values with secret names, `{"name": …, "value": …}` pairs, `data` and `stringData` of
/// Secrets, arguments after a flag, and JSON and YAML in strings (manifests, the annotation last-applied-configuration,
/// ConfigMaps, Helm values).
///
/// Valid JSON stays valid. Other input is treated as text. Linear time.
[[nodiscard]] QByteArray jsonWithoutSecrets(QByteArrayView json,
                                            EnvironmentValues environment = EnvironmentValues::Kept);

} // namespace lynceus
