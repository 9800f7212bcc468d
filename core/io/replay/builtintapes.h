#pragma once

#include "core/io/replay/tape.h"

namespace lynceus {

/// Names of the recordings inside the program, for `demo` and `replay`: "deploy-ok", "image-typo", …
[[nodiscard]] QStringList builtInTapes();

/// Error::Kind::BadInput for an unknown name, with the nearest one.
[[nodiscard]] Result<Tape> builtInTape(const QString &name);

} // namespace lynceus
