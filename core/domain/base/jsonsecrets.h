#pragma once

#include "core/domain/base/yamlsecrets.h"

namespace lynceus {

/// Replaces every secret in a JSON text by "…"; all else stays as it is written, byte by byte. Beside what
/// withoutSecrets() finds in strings: values whose names say so, `{"name": …, "value": …}` pairs, `data` and
/// `stringData` of Secrets, arguments behind a flag, and JSON and YAML inside strings (manifests, the annotation
/// last-applied-configuration, ConfigMaps, Helm values).
///
/// The result is as valid as the input. What is no JSON is treated as text. Takes time in proportion to the text.
[[nodiscard]] QByteArray jsonWithoutSecrets(QByteArrayView json,
                                            EnvironmentValues environment = EnvironmentValues::Kept);

} // namespace lynceus
