#pragma once

#include "core/domain/base/result.h"

namespace lynceus {

/// Where the one engine of a person is found: a lock that says who owns it, and the owner's socket beside it.
struct OwnerPlace
{
    QString lockFile;
    QString socket; ///< a path; Unix sockets want at most 107 bytes
};

/// In XDG_RUNTIME_DIR/lynceus, else in the state folder; made with 0700.
/// Error::Kind::BadInput: the folder cannot be made, or its path is too long for a socket.
[[nodiscard]] Result<OwnerPlace> ownerPlace();
/// The same below a folder of a test.
[[nodiscard]] Result<OwnerPlace> ownerPlaceIn(const QString &folder);

} // namespace lynceus
