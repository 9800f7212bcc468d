#pragma once

#include "core/replay/recordings/recording.h"

namespace lynceus {

/// Names of the recordings in the program, for `demo` and `replay`: "deploy-ok", "image-typo", …
[[nodiscard]] QStringList builtInRecordings();

/// Error::Kind::BadInput for an unknown name, with the nearest one.
[[nodiscard]] Result<Recording> builtInRecording(const QString &name);

} // namespace lynceus
