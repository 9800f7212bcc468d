#pragma once

#include <QByteArray>

namespace lynceus {

/// How to handle values of container variables whose names are not those of secrets.
enum class EnvironmentValues { Kept, Redacted };

/// Removes secrets that only the line structure of settings files and manifests reveals: whole values with spaces,
/// block scalars under a secret name, `name:` and `value:` in a list, arguments in a list. Applies withoutSecrets() to
/// the rest.
[[nodiscard]] QByteArray yamlWithoutSecrets(QByteArrayView text,
                                            EnvironmentValues environment = EnvironmentValues::Kept);

} // namespace lynceus
