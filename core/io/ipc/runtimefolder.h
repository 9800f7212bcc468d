#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// Where sockets lie.
struct RuntimeFolder
{
    QString path;
    QString notice; ///< why XDG_RUNTIME_DIR is not used, one sentence; empty if it is, or is not set
};

/// XDG_RUNTIME_DIR/lynceus, else /run/user/UID/lynceus, which a login without that variable (cron, su) has too, else a
/// folder beside the settings. One that another user owns or may write to is not used. Makes nothing.
[[nodiscard]] RuntimeFolder chosenRuntimeFolder();

/// Why other users could put something into @p folder, one sentence; empty if it is a folder of ours with 0700.
[[nodiscard]] QString whyNotOurs(const QString &folder);

/// Makes @p folder with 0700, or takes from others what they may do in one that is ours already.
/// Error::Kind::BadInput: it cannot be made, or is not ours.
[[nodiscard]] Result<void> makeOurFolder(const QString &folder);

} // namespace lynceus
