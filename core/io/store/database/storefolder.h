#pragma once

#include "core/domain/base/result.h"

namespace lynceus {

/// Path of the store with watches and history: "store.db" in the user's data folder (XDG_DATA_HOME/lynceus on Linux).
[[nodiscard]] QString storeFile();
/// Path of the cache, which can be deleted: "applications.db" in the user's cache folder.
[[nodiscard]] QString cacheFile();

/// Creates the folder of @p file if missing, accessible by the user only. BadInput names it.
[[nodiscard]] Result<void> makeFolderOf(const QString &file);

} // namespace lynceus
