#pragma once

#include "core/domain/base/result.h"

#include <optional>

namespace lynceus {

/// Where the one engine of a person is found: a lock that says who owns the store, and the owner's socket.
struct OwnerPlace
{
    QString lockFile;      ///< beside the store: whoever writes it holds the lock, on whatever computer
    QString spareLockFile; ///< for when nobody can write beside the store, which then is not written either
    QString socket;        ///< a path on this computer; Unix sockets want at most 107 bytes
};

/// The folder for locks and sockets of this user's processes, as chosenRuntimeFolder() says; made with 0700.
/// Error::Kind::BadInput: it cannot be made, or is not ours alone.
[[nodiscard]] Result<QString> runtimeFolder();

/// The lock lies beside the store, the socket in runtimeFolder(); that folder is made with 0700.
/// Error::Kind::BadInput: the folder cannot be made, is not ours alone, or its path is too long for a socket.
[[nodiscard]] Result<OwnerPlace> ownerPlace();
/// Only if a socket is there, which may be one that an owner left behind; makes nothing. For who looks only.
[[nodiscard]] std::optional<OwnerPlace> ownerPlaceInUse();
/// Lock and socket in one folder, made with 0700. Errors as of ownerPlace().
[[nodiscard]] Result<OwnerPlace> ownerPlaceIn(const QString &folder);

} // namespace lynceus
