#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// Writes the file atomically: the old content stays until everything is written. BadInput with file and reason.
[[nodiscard]] Result<void> writeFile(const QString &fileName, const QByteArray &content);

/// Like writeFile(), readable by the owner only, whatever the umask is. Replaces a symbolic link instead of following
/// it.
[[nodiscard]] Result<void> writePrivateFile(const QString &fileName, const QByteArray &content);

} // namespace lynceus
