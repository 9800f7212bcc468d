#pragma once

#include "core/domain/base/result.h"

#include <optional>

namespace lynceus {

/// Lock and socket of the user's one engine.
struct OwnerPlace
{
    QString lockFile;      ///< beside the store: the writer of the store holds it, on any computer
    QString spareLockFile; ///< used if the store's folder is not writable; the store is not written then either
    QString socket;        ///< a path on this computer; at most 107 bytes for Unix sockets
};

/// Folder for locks and sockets of the user's processes, see chosenRuntimeFolder(); created with mode 0700.
/// Error::Kind::BadInput: it cannot be created, or others have access.
[[nodiscard]] Result<QString> runtimeFolder();

/// Lock beside the store, socket in runtimeFolder(), which is created with mode 0700. If XDG_DATA_HOME names another
/// folder than the default, so does the socket's name: a command must not reach the engine of another store.
/// Error::Kind::BadInput: the folder cannot be created, others have access, or its path is too long for a socket.
[[nodiscard]] Result<OwnerPlace> ownerPlace();
/// Only if a socket exists, which an earlier owner may have left behind. Creates nothing; for read-only access.
[[nodiscard]] std::optional<OwnerPlace> ownerPlaceInUse();
/// For the one window of this data folder, beside the engine's ownerPlace().
[[nodiscard]] Result<OwnerPlace> windowPlace();
/// Lock and socket in one folder, created with mode 0700. @p dataFolder: empty for the default. Errors as for
/// ownerPlace().
[[nodiscard]] Result<OwnerPlace> ownerPlaceIn(const QString &folder, const QString &dataFolder = {});

} // namespace lynceus
