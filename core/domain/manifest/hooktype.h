#pragma once

#include <QString>

namespace lynceus {

/// What the annotation of a manifest (JSON) makes of it: "PreSync", or Helm's "pre-install,pre-upgrade". Empty: it is
/// no hook, or no JSON.
[[nodiscard]] QString hookTypeOf(const QString &json);

} // namespace lynceus
