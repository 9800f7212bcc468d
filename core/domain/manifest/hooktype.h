#pragma once

#include <QString>

namespace lynceus {

/// The hook type in the annotations of a manifest (JSON): "PreSync", or Helm's "pre-install,pre-upgrade". Empty: not a
/// hook, or not JSON.
[[nodiscard]] QString hookTypeOf(const QString &json);

} // namespace lynceus
