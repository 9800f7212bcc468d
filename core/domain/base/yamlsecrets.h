#pragma once

#include <QByteArray>

namespace lynceus {

/// What happens to values of containers' variables whose names do not say that they are secrets.
enum class EnvironmentValues { Kept, Redacted };

/// What only lines tell in settings files and manifests: whole values with spaces, block scalars below a name for
/// secrets, `name:` and `value:` of a list. The rest of the rules is withoutSecrets()'s.
[[nodiscard]] QByteArray yamlWithoutSecrets(QByteArrayView text,
                                            EnvironmentValues environment = EnvironmentValues::Kept);

} // namespace lynceus
