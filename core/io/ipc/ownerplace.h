#pragma once

#include "core/domain/base/result.h"

#include <optional>

namespace lynceus {

/// Where the one engine of a person is found: a lock that says who owns it, and the owner's socket beside it.
struct OwnerPlace
{
    QString lockFile;
    QString socket; ///< a path; Unix sockets want at most 107 bytes
};

/// The folder for locks and sockets of this user's processes: XDG_RUNTIME_DIR/lynceus, else one in the configuration
/// folder; made with 0700. Error::Kind::BadInput: it cannot be made.
[[nodiscard]] Result<QString> runtimeFolder();

/// In XDG_RUNTIME_DIR/lynceus, else in the state folder; made with 0700.
/// Error::Kind::BadInput: the folder cannot be made, or its path is too long for a socket.
[[nodiscard]] Result<OwnerPlace> ownerPlace();
/// Only if a socket is there, which may be one that an owner left behind; makes nothing. For who looks only.
[[nodiscard]] std::optional<OwnerPlace> ownerPlaceInUse();
/// As ownerPlace() below a folder of a test.
[[nodiscard]] Result<OwnerPlace> ownerPlaceIn(const QString &folder);

} // namespace lynceus
