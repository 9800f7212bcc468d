#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// The folder for sockets.
struct RuntimeFolder
{
    QString path;
    QString notice; ///< why XDG_RUNTIME_DIR is not used, one sentence; empty if it is used or not set
};

/// XDG_RUNTIME_DIR/lynceus; otherwise /run/user/UID/lynceus, which also exists for logins without that variable (cron,
/// su); otherwise a folder beside the settings. Skips folders that another user owns or may write to. Creates nothing.
[[nodiscard]] RuntimeFolder chosenRuntimeFolder();

/// Why other users could write into @p folder, one sentence; empty if it is our folder with mode 0700.
[[nodiscard]] QString whyNotOurs(const QString &folder);

/// Creates @p folder with mode 0700, or removes the permissions of others from a folder that we own.
/// Error::Kind::BadInput: it cannot be created, or is not ours.
[[nodiscard]] Result<void> makeOurFolder(const QString &folder);

} // namespace lynceus
