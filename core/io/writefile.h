#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// The whole file or nothing: what was there stays until all is written. BadInput names the file and the reason.
[[nodiscard]] Result<void> writeFile(const QString &fileName, const QByteArray &content);

/// The same for the owner's eyes only, whatever the umask is. A symbolic link of this name is replaced, not followed.
[[nodiscard]] Result<void> writePrivateFile(const QString &fileName, const QByteArray &content);

} // namespace lynceus
