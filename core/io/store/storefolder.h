#pragma once

#include "core/domain/base/result.h"

namespace lynceus {

/// Where watches and history are kept: "store.db" in the person's data folder (XDG_DATA_HOME/lynceus on Linux).
[[nodiscard]] QString storeFile();
/// What can be thrown away: "applications.db" in the person's cache folder.
[[nodiscard]] QString cacheFile();

/// Makes the folder of @p file if it is not there, for nobody but the person. BadInput names it.
[[nodiscard]] Result<void> makeFolderOf(const QString &file);

} // namespace lynceus
